package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * Who belongs to a project has changed.
 *
 * @param project the project
 * @param revision counts the changes, from 1
 * @param members all members from now on
 * @param changedAt when
 */
@EventType("io.aifactory.members.changed.v1")
public record MembersChanged(ProjectId project, @AtLeast(1) int revision, List<Member> members, Instant changedAt)
        implements FactoryEvent {

    public MembersChanged {
        members = List.copyOf(members);
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
        return subject() + "/" + revision;
    }
}
