package io.aifactory.lake.reconciliation;

import java.time.Duration;
import java.time.Instant;

/**
 * How long work waits for more of the same, so that what comes bit by bit is done at once.
 *
 * @param quietPeriod how long nothing more must have been asked for before it starts
 * @param longestWait how long it waits at most, counted from the first request that it has not served yet
 */
public record Patience(Duration quietPeriod, Duration longestWait) {

    /** Does not wait. */
    public static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);

    public Patience {
        if (quietPeriod.isNegative() || longestWait.compareTo(quietPeriod) < 0) {
            throw new IllegalArgumentException(
                    "the longest wait (%s) is shorter than the quiet period (%s)".formatted(longestWait, quietPeriod));
        }
    }

    Instant due(Instant now) {
        return now.plus(quietPeriod);
    }

    Instant latestStart(Instant now) {
        return now.plus(longestWait);
    }
}
