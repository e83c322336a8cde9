package io.aifactory.contracts.events;

/**
 * A file in an environment's lake.
 *
 * @param environment whose lake
 * @param path the path below the lake's root, without a leading slash
 */
public record LakeFile(
        EnvironmentTier environment, @Matches(LakeFile.PATH) String path) {

    /** Segments joined by slashes, none of them empty, {@code .} or {@code ..}. */
    static final String PATH = "(?!\\.{1,2}(/|$))[^/\\\\\\x00-\\x1f]+(/(?!\\.{1,2}(/|$))[^/\\\\\\x00-\\x1f]+)*/?";
}
