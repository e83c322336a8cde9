package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * All environments of a project are there.
 *
 * @param project the project
 * @param displayName the project's name for people
 * @param environments its environments
 * @param provisionedAt when
 */
@EventType("io.aifactory.project.provisioned.v1")
public record ProjectProvisioned(
        ProjectId project, String displayName, List<EnvironmentTier> environments, Instant provisionedAt)
        implements FactoryEvent {

    public ProjectProvisioned {
        environments = List.copyOf(environments);
    }

    @Override
    public String subject() {
        return project.value();
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject();
    }
}
