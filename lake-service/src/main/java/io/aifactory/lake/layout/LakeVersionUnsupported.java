package io.aifactory.lake.layout;

import io.aifactory.contracts.events.EnvironmentTier;

/** A lake is laid out by a grammar that this service does not work with. The message says what to do. */
public final class LakeVersionUnsupported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LakeVersionUnsupported(EnvironmentTier environment, LakeDesign design) {
        super(message(environment, design));
    }

    private static String message(EnvironmentTier environment, LakeDesign design) {
        if (design.isOlder()) {
            return "the lake of %s is laid out by version %s, and this service works with version %d; the core team moves it: ./factory lake-migrate --env %s --plan"
                    .formatted(environment, design.text(), LakeDesign.CURRENT, environment);
        }
        if (design.version() > LakeDesign.CURRENT) {
            return "the lake of %s is laid out by version %s, which is newer than version %d that this service knows; run a newer edition of the service"
                    .formatted(environment, design.text(), LakeDesign.CURRENT);
        }
        return "active/esml_lake_version.json in the lake of %s says version %s; put lake_design_version into it, or remove it from a lake that is empty"
                .formatted(environment, design.text());
    }
}
