package io.aifactory.lake.arrival;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.StoredFile;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that is to be looked into. It need be none of the grammar, such as a year; then the nearest one above it is
 * listed, and what does not lie in it is left out.
 *
 * @param environment in whose lake
 * @param path its path below the lake's root
 * @param known the nearest folder of the grammar
 */
record ListedFolder(EnvironmentTier environment, String path, LakePath known) {

    /** Returns the folder, if files can land in it or below it. */
    static Optional<ListedFolder> of(EnvironmentTier environment, String path) {
        String above = path;
        while (!above.isEmpty()) {
            Optional<LakePath> folder = folder(above);
            if (folder.isPresent()) {
                return folder.map(known -> new ListedFolder(environment, path, known));
            }
            above = above.substring(0, Math.max(0, above.lastIndexOf('/')));
        }
        return Optional.empty();
    }

    static Optional<ListedFolder> parse(String text) {
        int separator = text.indexOf('@');
        return of(EnvironmentTier.of(text.substring(0, separator)), text.substring(separator + 1));
    }

    /** Returns the files of the folder that came in, with what the storage knows of each. */
    Stream<Found> files(LakeStorage storage) {
        return storage.list(known).stream()
                .filter(stored -> stored.path().startsWith(path + "/"))
                .flatMap(stored -> found(stored).stream())
                .filter(found -> found.file.environment() == environment);
    }

    /**
     * A file that lies there.
     *
     * @param file the file
     * @param etag which content it is
     */
    record Found(InFile file, String etag) {}

    private static Optional<Found> found(StoredFile stored) {
        try {
            return LakePaths.parse(stored.path()) instanceof InFile file
                    ? Optional.of(new Found(file, stored.etag()))
                    : Optional.empty();
        } catch (InvalidLakePath e) {
            return Optional.empty();
        }
    }

    private static Optional<LakePath> folder(String path) {
        try {
            LakePath known = LakePaths.parse(path);
            return known instanceof InFolder || known instanceof LakeFolder ? Optional.of(known) : Optional.empty();
        } catch (InvalidLakePath e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return environment + "@" + path;
    }
}
