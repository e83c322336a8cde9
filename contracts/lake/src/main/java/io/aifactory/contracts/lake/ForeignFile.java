package io.aifactory.contracts.lake;

/**
 * A file of no form of the grammar, as a listing named it: what lies in a lake from before, or what others put there. Nothing is
 * known of it but where it lies.
 *
 * @param path the path below the lake's root
 */
public record ForeignFile(String path) implements LakePath {

    /**
     * Takes a path.
     *
     * @throws InvalidLakePath if it could lead out of the lake
     */
    public ForeignFile {
        LakePaths.requireHarmless(path);
        if (path.isEmpty()) {
            throw new InvalidLakePath(path, "it is the lake itself");
        }
    }
}
