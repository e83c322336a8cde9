package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * A promotion will not happen, by comparison or by a person's decision.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param promotionId the promotion
 * @param from where the model comes from
 * @param to where it is to go; the same as {@code from} where it was trained
 * @param reasons why, every reason
 * @param rejectedBy who decided; {@code comparison} when the gate did
 * @param rejectedAt when
 */
@EventType("io.aifactory.promotion.rejected.v1")
public record PromotionRejected(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        String promotionId,
        EnvironmentTier from,
        EnvironmentTier to,
        List<String> reasons,
        String rejectedBy,
        Instant rejectedAt)
        implements FactoryEvent {

    public PromotionRejected {
        reasons = List.copyOf(reasons);
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
