package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A dataset that belongs to others may be read and subscribed to by a project, until that is revoked.
 *
 * @param project the project that may
 * @param shareId the share
 * @param source whose dataset it is: {@code master/{parent}/{dataset}} or {@code projects/{project}/{model}/{dataset}}
 * @param environment the environment
 * @param sharedBy who decided it, for the owner
 * @param reason why
 * @param sharedAt when
 */
@EventType("io.aifactory.dataset.shared.v1")
public record DatasetShared(
        ProjectId project,
        String shareId,
        @Matches(DatasetShared.SOURCE) String source,
        EnvironmentTier environment,
        String sharedBy,
        String reason,
        Instant sharedAt)
        implements FactoryEvent {

    static final String SOURCE = "(master(/[a-z0-9][a-z0-9_]{0,59}){2,5}"
            + "|projects/project\\d{3}/\\d{2}_[a-z0-9_]{1,40}_(clas|reg)/ds\\d{2}_[a-z0-9_]{1,40})";

    @Override
    public String subject() {
        return project + "/" + shareId;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return shareId;
    }
}
