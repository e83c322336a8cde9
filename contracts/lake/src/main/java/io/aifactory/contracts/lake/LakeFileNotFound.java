package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;

/** There is no such file in the lake. */
public final class LakeFileNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeFileNotFound(EnvironmentTier environment, LakePath path) {
        super("the lake of %s has no file '%s'".formatted(environment, path.path()));
    }
}
