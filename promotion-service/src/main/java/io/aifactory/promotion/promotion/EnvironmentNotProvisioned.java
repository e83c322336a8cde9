package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Problem;

/** A version is to go to an environment that its project does not have. */
final class EnvironmentNotProvisioned extends Problem {

    private static final long serialVersionUID = 1L;

    EnvironmentNotProvisioned(PromotionStep step) {
        super(
                Kind.INVALID,
                "environment-not-provisioned",
                "%s has no environment %s".formatted(step.project(), step.to()));
    }
}
