package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An owner's consent that a project reads a dataset.
 *
 * @param id tells it from others
 * @param source whose dataset
 * @param environment in which environment
 * @param project who may read it
 * @param sharedAt since when
 * @param revokedAt until when; absent while it is in force
 */
record Share(
        ShareId id,
        SharedSource source,
        EnvironmentTier environment,
        ProjectId project,
        Instant sharedAt,
        @Nullable Instant revokedAt) {

    boolean inForce() {
        return revokedAt == null;
    }

    /** Returns whether the project owns the source or may read it. */
    boolean concerns(ProjectId other) {
        return project.equals(other)
                || (source instanceof SharedSource.OfProject owned
                        && owned.project().equals(other));
    }
}
