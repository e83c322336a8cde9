package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Problem;

/** There is no such promotion, or none that the caller may know of. */
public final class PromotionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    public PromotionNotFound(PromotionId id) {
        super(Kind.NOT_FOUND, "promotion-not-found", "there is no promotion %s".formatted(id));
    }
}
