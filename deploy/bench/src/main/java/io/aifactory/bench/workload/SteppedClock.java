package io.aifactory.bench.workload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that somebody sets: the true time and what it is off by. */
final class SteppedClock extends Clock {

    private final Clock truth;
    private volatile Duration off = Duration.ZERO;

    SteppedClock(Clock truth) {
        this.truth = truth;
    }

    void set(Duration off) {
        this.off = off;
    }

    @Override
    public Instant instant() {
        return truth.instant().plus(off);
    }

    @Override
    public ZoneId getZone() {
        return truth.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteppedClock(truth.withZone(zone));
    }
}
