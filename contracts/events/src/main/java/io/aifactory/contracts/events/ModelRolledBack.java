package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * An environment's champion is an earlier version again.
 *
 * @param project the project
 * @param model the model
 * @param environment the environment
 * @param rollbackId the rollback
 * @param fromVersion the champion until now
 * @param version the champion from now on
 * @param artifact its artifact, in that environment's lake
 * @param rolledBackBy who decided
 * @param reason why
 * @param rolledBackAt when
 */
@EventType("io.aifactory.model.rolled-back.v1")
public record ModelRolledBack(
        ProjectId project,
        ModelName model,
        EnvironmentTier environment,
        String rollbackId,
        @AtLeast(1) int fromVersion,
        @AtLeast(1) int version,
        ModelArtifactReference artifact,
        String rolledBackBy,
        String reason,
        Instant rolledBackAt)
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
        return subject() + "/" + rollbackId;
    }
}
