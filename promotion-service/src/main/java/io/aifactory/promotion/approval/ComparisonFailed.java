package io.aifactory.promotion.approval;

import io.aifactory.contracts.access.Problem;
import io.aifactory.promotion.promotion.Promotion;

/** A promotion was to be approved, but by now it does not pass the comparison any more. */
final class ComparisonFailed extends Problem {

    private static final long serialVersionUID = 1L;

    ComparisonFailed(Promotion promotion) {
        super(
                Kind.CONFLICT,
                "comparison-failed",
                "promotion %s can't be approved: version %d no longer passes the comparison"
                        .formatted(promotion.id(), promotion.step().version()),
                promotion.reasons());
    }
}
