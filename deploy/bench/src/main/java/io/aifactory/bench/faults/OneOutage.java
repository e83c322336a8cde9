package io.aifactory.bench.faults;

import java.time.Duration;
import java.util.Optional;

/** A single long outage, some time after the run has begun. */
final class OneOutage implements FaultSource {

    private static final Duration BEFORE = Duration.ofSeconds(10);

    private final Fault.Outage outage;
    private boolean told;

    OneOutage(Fault.Outage outage) {
        this.outage = outage;
    }

    @Override
    public Optional<Planned> next() {
        if (told) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(new Planned(BEFORE, outage));
    }

    @Override
    public boolean endless() {
        return false;
    }
}
