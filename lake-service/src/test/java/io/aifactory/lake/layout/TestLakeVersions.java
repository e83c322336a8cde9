package io.aifactory.lake.layout;

import io.aifactory.contracts.lake.Lakes;

/** Gives tests of other features what knows the versions of lakes. */
public final class TestLakeVersions {

    private TestLakeVersions() {}

    /** Returns what knows the versions of the given lakes. */
    public static LakeVersions of(Lakes lakes) {
        return new LakeVersions(lakes);
    }
}
