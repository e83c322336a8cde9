package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.LakeFile;
import java.time.Instant;
import java.util.List;

/**
 * A version of a source.
 *
 * @param number as its owner counts
 * @param files where it lies
 * @param savedAt when it was saved
 */
record SourceVersion(long number, List<LakeFile> files, Instant savedAt) {

    SourceVersion {
        files = List.copyOf(files);
    }
}
