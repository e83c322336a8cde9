package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * An environment of a project is there and ready for data.
 *
 * @param project the project
 * @param environment the environment
 * @param revision counts how often it was provisioned, from 1
 * @param resources what was made
 * @param provisionedAt when
 */
@EventType("io.aifactory.environment.provisioned.v1")
public record EnvironmentProvisioned(
        ProjectId project,
        EnvironmentTier environment,
        @AtLeast(1) int revision,
        List<ProvisionedResource> resources,
        Instant provisionedAt)
        implements FactoryEvent {

    public EnvironmentProvisioned {
        resources = List.copyOf(resources);
    }

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
