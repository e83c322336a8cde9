package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A promoted model answers on its endpoint.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param environment the environment
 * @param promotionId the promotion or rollback it follows
 * @param scoringPath the path of the endpoint below the scoring service's address
 * @param deployedAt when
 */
@EventType("io.aifactory.model.deployed.v1")
public record ModelDeployed(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        EnvironmentTier environment,
        String promotionId,
        String scoringPath,
        Instant deployedAt)
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
