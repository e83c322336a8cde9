package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Problem;

/** There is no such model version. */
final class ModelVersionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ModelVersionNotFound(PromotionStep step) {
        super(
                Kind.NOT_FOUND,
                "model-version-not-found",
                "%s has no version %d of %s".formatted(step.project(), step.version(), step.model()));
    }
}
