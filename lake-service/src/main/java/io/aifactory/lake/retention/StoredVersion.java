package io.aifactory.lake.retention;

import io.aifactory.contracts.events.LakeFile;
import java.time.Instant;
import java.util.List;

/**
 * A version whose files are there.
 *
 * @param id its place in the catalogue
 * @param table which table it is a version of
 * @param version its number
 * @param file where it lies
 * @param savedAt when it was saved
 * @param research whether people try things out with it
 * @param forGood whether it is never to be removed
 * @param needs the files of what it was made from and of its parts
 */
record StoredVersion(
        long id,
        String table,
        int version,
        LakeFile file,
        Instant savedAt,
        boolean research,
        boolean forGood,
        List<LakeFile> needs) {

    StoredVersion {
        needs = List.copyOf(needs);
    }
}
