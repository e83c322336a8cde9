package io.aifactory.lake.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a lake's migration.
 *
 * @param state how it stands
 * @param startedBy who started it
 * @param startedAt when
 * @param finishedAt when it ended; absent while it runs
 */
record MigrationRun(
        State state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How a run stands. */
    enum State {
        /** It moves files. DONE or STUCK when it has tried each. */
        RUNNING,
        /** Nothing is left to be moved, and the lake is of the current version. */
        DONE,
        /** Something could not be moved. RUNNING when somebody starts it again. */
        STUCK
    }
}
