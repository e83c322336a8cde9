package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A project has been given up; its services stop.
 *
 * @param project the project
 * @param decommissionedBy who decided
 * @param reason why
 * @param decommissionedAt when
 */
@EventType("io.aifactory.project.decommissioned.v1")
public record ProjectDecommissioned(ProjectId project, String decommissionedBy, String reason, Instant decommissionedAt)
        implements FactoryEvent {

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
