package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A project may no longer read a dataset that was shared with it, and gets no further versions. What it copied it keeps.
 *
 * @param project the project that no longer may
 * @param shareId the share
 * @param source whose dataset it is: {@code master/{parent}/{dataset}} or {@code projects/{project}/{model}/{dataset}}
 * @param environment the environment
 * @param revokedBy who decided it, for the owner
 * @param reason why
 * @param revokedAt when
 */
@EventType("io.aifactory.dataset.sharing-revoked.v1")
public record SharingRevoked(
        ProjectId project,
        String shareId,
        @Matches(DatasetShared.SOURCE) String source,
        EnvironmentTier environment,
        String revokedBy,
        String reason,
        Instant revokedAt)
        implements FactoryEvent {

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
