package io.aifactory.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model version is the champion of an environment from now on.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param promotionId the promotion
 * @param environment the environment
 * @param artifact its artifact, in that environment's lake
 * @param replaced the champion before
 * @param approvedBy who approved; {@code settings} when none was required
 * @param promotedAt when
 */
@EventType("io.aifactory.model.promoted.v1")
public record ModelPromoted(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        String promotionId,
        EnvironmentTier environment,
        ModelArtifactReference artifact,
        @AtLeast(1) @Nullable Integer replaced,
        String approvedBy,
        Instant promotedAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project + "/" + model + "/" + environment;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject() + "/" + promotionId;
    }
}
