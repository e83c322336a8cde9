package io.aifactory.training.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param state where it stands
 * @param attempts how often it was begun
 * @param reason why it failed
 * @param modelVersion the version it made
 * @param requestedAt when it was asked for
 * @param startedAt when it was first begun
 * @param finishedAt when it ended
 */
public record RunProgress(
        RunState state,
        int attempts,
        @Nullable String reason,
        @Nullable Integer modelVersion,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static RunProgress requested(Instant at) {
        return new RunProgress(RunState.REQUESTED, 0, null, null, at, null, null);
    }
}
