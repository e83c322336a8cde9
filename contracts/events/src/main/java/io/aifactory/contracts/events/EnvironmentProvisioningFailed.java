package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * An environment of a project could not be made.
 *
 * @param project the project
 * @param environment the environment
 * @param revision which provisioning, from 1
 * @param step the step that failed
 * @param reason why
 * @param failedAt when
 */
@EventType("io.aifactory.environment.provisioning-failed.v1")
public record EnvironmentProvisioningFailed(
        ProjectId project,
        EnvironmentTier environment,
        @AtLeast(1) int revision,
        String step,
        String reason,
        Instant failedAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project + "/" + environment;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject() + "/" + revision;
    }
}
