package io.aifactory.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promotion was approved, by a person or because none was required.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param promotionId the promotion
 * @param from where the model comes from
 * @param to where it is to go; the same as {@code from} where it was trained
 * @param approvedBy who approved; {@code settings} when none was required
 * @param comment what the approver wrote
 * @param approvedAt when
 */
@EventType("io.aifactory.promotion.approved.v1")
public record PromotionApproved(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        String promotionId,
        EnvironmentTier from,
        EnvironmentTier to,
        String approvedBy,
        @Nullable String comment,
        Instant approvedAt)
        implements FactoryEvent {

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
