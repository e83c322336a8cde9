package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;

/** There is a file already where one was to be created. */
public final class LakeFileExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeFileExists(EnvironmentTier environment, LakePath path) {
        super("the lake of %s already has a file '%s'".formatted(environment, path.path()));
    }
}
