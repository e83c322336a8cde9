package io.aifactory.lake.sql;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.lake.dataset.DatasetVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Brings versions where the engine can read them, for as long as it does. */
@Component
class VersionFiles {

    private final Lakes lakes;

    VersionFiles(Lakes lakes) {
        this.lakes = lakes;
    }

    /**
     * Returns what is made of the files of some versions.
     *
     * @throws VersionRemoved if a file is gone
     */
    <T> T use(Map<String, DatasetVersion> versions, Function<Map<String, Path>, T> work) {
        var copies = new HashMap<String, LocalCopy>();
        try {
            versions.forEach((table, version) -> copies.put(table, localCopy(version)));
            var paths = new HashMap<String, Path>();
            copies.forEach((table, copy) -> paths.put(table, copy.path()));
            return work.apply(paths);
        } finally {
            copies.values().forEach(LocalCopy::close);
        }
    }

    private LocalCopy localCopy(DatasetVersion version) {
        if (version.removedAt() != null) {
            throw new VersionRemoved(version);
        }
        LakeFile file = version.reference().file();
        try {
            return lakes.of(file).localCopy(LakePaths.parse(file));
        } catch (LakeFileNotFound e) {
            throw new VersionRemoved(version);
        }
    }
}
