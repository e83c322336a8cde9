package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;

/** The lakes of the factory, one per environment. */
@FunctionalInterface
public interface Lakes {

    /** Returns the door to the lake of the given environment. */
    LakeStorage of(EnvironmentTier environment);

    /** Returns the door to the lake the given file lies in. */
    default LakeStorage of(LakeFile file) {
        return of(file.environment());
    }
}
