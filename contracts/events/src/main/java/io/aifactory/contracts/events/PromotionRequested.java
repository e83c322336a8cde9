package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A challenger has passed the comparison and waits for a decision.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param promotionId the promotion
 * @param from where the model comes from
 * @param to where it is to go; the same as {@code from} where it was trained
 * @param comparison how it compares with the champion
 * @param champion the version it would replace
 * @param requestedBy who answers for it; may not approve it
 * @param requestedAt when
 */
@EventType("io.aifactory.promotion.requested.v1")
public record PromotionRequested(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        String promotionId,
        EnvironmentTier from,
        EnvironmentTier to,
        List<MetricComparison> comparison,
        @AtLeast(1) @Nullable Integer champion,
        String requestedBy,
        Instant requestedAt)
        implements FactoryEvent {

    public PromotionRequested {
        comparison = List.copyOf(comparison);
    }

    @Override
    public String subject() {
        return project + "/" + model;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return promotionId;
    }
}
