package io.aifactory.lake.migration;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.lake.layout.LakeDesign;

/** A lake can't be moved to the current version. */
final class MigrationRefused extends Problem {

    private static final long serialVersionUID = 1L;

    MigrationRefused(EnvironmentTier environment, LakeDesign design) {
        super(
                Kind.CONFLICT,
                "lake-version-unsupported",
                "the lake of %s says it is of version %s; only version 3 is moved to version %d"
                        .formatted(environment, design.text(), LakeDesign.CURRENT));
    }
}
