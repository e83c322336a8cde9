package io.aifactory.promotion.approval;

import io.aifactory.promotion.promotion.PromotionId;
import io.aifactory.promotion.promotion.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision on a promotion. It is never changed.
 *
 * @param promotion the promotion
 * @param outcome what was decided
 * @param by who decided
 * @param reason why, in the person's words
 * @param verdict the figures it was decided on
 * @param at when
 */
record Decision(
        PromotionId promotion,
        Outcome outcome,
        String by,
        @Nullable String reason,
        Verdict verdict,
        Instant at) {}
