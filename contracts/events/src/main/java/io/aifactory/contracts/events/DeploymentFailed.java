package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A promoted model could not be deployed; the one before goes on answering.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param environment the environment
 * @param promotionId the promotion or rollback it follows
 * @param reason why
 * @param failedAt when
 */
@EventType("io.aifactory.deployment.failed.v1")
public record DeploymentFailed(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        EnvironmentTier environment,
        String promotionId,
        String reason,
        Instant failedAt)
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
