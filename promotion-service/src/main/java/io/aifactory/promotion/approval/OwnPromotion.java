package io.aifactory.promotion.approval;

import io.aifactory.contracts.access.Problem;
import io.aifactory.promotion.promotion.Promotion;

/** Somebody wants to decide on what they asked for, or trained, themselves. */
final class OwnPromotion extends Problem {

    private static final long serialVersionUID = 1L;

    OwnPromotion(Promotion promotion, String person) {
        super(
                Kind.FORBIDDEN,
                "own-promotion",
                "%s answers for version %d or asked for promotion %s, so somebody else has to decide on it"
                        .formatted(person, promotion.step().version(), promotion.id()));
    }
}
