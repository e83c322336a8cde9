package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.EnvironmentTier;

/** A version is to go to an environment without having been in the one before. */
final class EnvironmentSkipped extends Problem {

    private static final long serialVersionUID = 1L;

    EnvironmentSkipped(PromotionStep step) {
        this("version %d was never champion of %s, and only from there it may go to %s"
                .formatted(step.version(), step.from(), step.to()));
    }

    EnvironmentSkipped(EnvironmentTier from, PromotionStep step) {
        this("a model goes from dev to test to prod, one step at a time: not from %s to %s".formatted(from, step.to()));
    }

    private EnvironmentSkipped(String detail) {
        super(Kind.INVALID, "environment-skipped", detail);
    }
}
