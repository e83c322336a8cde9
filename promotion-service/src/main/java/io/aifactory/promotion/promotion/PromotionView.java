package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricComparison;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as it is shown over HTTP.
 *
 * @param promotionId its name
 * @param project the project
 * @param model the model
 * @param version the version
 * @param from where it comes from
 * @param to where it is to go
 * @param state where it stands
 * @param comparison what the last comparison found
 * @param champion the version it was compared with
 * @param testSet the test set both were compared on
 * @param requestedBy who asked for it
 * @param decidedBy who or what decided
 * @param comment what the person who decided wrote
 * @param reasons why it ended without a champion
 * @param requestedAt when it was asked for
 * @param decidedAt when it was decided
 */
public record PromotionView(
        PromotionId promotionId,
        ProjectId project,
        ModelName model,
        int version,
        EnvironmentTier from,
        EnvironmentTier to,
        PromotionState state,
        List<MetricComparison> comparison,
        @Nullable Integer champion,
        @Nullable String testSet,
        String requestedBy,
        @Nullable String decidedBy,
        @Nullable String comment,
        List<String> reasons,
        Instant requestedAt,
        @Nullable Instant decidedAt) {

    /** Returns what is shown of the promotion. */
    public static PromotionView of(Promotion promotion) {
        PromotionStep step = promotion.step();
        Verdict verdict = promotion.verdict();
        Ruling ruling = promotion.ruling();
        return new PromotionView(
                promotion.id(),
                step.project(),
                step.model(),
                step.version(),
                step.from(),
                step.to(),
                promotion.state(),
                verdict.comparison(),
                verdict.champion(),
                verdict.testSet(),
                promotion.requestedBy(),
                ruling == null ? null : ruling.by(),
                ruling == null ? null : ruling.comment(),
                promotion.reasons(),
                promotion.requestedAt(),
                ruling == null ? null : ruling.at());
    }
}
