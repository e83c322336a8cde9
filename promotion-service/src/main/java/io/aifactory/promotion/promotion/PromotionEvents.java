package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.PromotionApproved;
import io.aifactory.contracts.events.PromotionRejected;
import io.aifactory.contracts.events.PromotionRequested;

/** Says in events what happened to a promotion. */
final class PromotionEvents {

    private PromotionEvents() {}

    static PromotionRequested requested(Promotion promotion) {
        PromotionStep step = promotion.step();
        return new PromotionRequested(
                step.project(),
                step.model(),
                step.version(),
                promotion.id().value(),
                step.from(),
                step.to(),
                promotion.verdict().comparison(),
                promotion.verdict().champion(),
                promotion.requestedBy(),
                promotion.requestedAt());
    }

    static PromotionApproved approved(Promotion promotion, Ruling ruling) {
        PromotionStep step = promotion.step();
        return new PromotionApproved(
                step.project(),
                step.model(),
                step.version(),
                promotion.id().value(),
                step.from(),
                step.to(),
                ruling.by(),
                ruling.comment(),
                ruling.at());
    }

    static PromotionRejected rejected(Promotion promotion, Ruling ruling) {
        PromotionStep step = promotion.step();
        return new PromotionRejected(
                step.project(),
                step.model(),
                step.version(),
                promotion.id().value(),
                step.from(),
                step.to(),
                promotion.reasons(),
                ruling.by(),
                ruling.at());
    }
}
