package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Problem;

/** A version is to go on from an environment where it never answered. */
final class NotDeployed extends Problem {

    private static final long serialVersionUID = 1L;

    NotDeployed(PromotionStep step) {
        super(
                Kind.INVALID,
                "not-deployed",
                "version %d was not deployed in %s, so it can't go to %s"
                        .formatted(step.version(), step.from(), step.to()));
    }
}
