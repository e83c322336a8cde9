package io.aifactory.bench.events;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Hands out batches, no event of which was there before, one after the other. */
@Component
class Batches {

    private final Arrivals arrivals;
    private final Clock clock;
    private final AtomicInteger nextNumber = new AtomicInteger(1);

    Batches(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Returns a batch, whose events are expected from now on. */
    Batch next(int events, int projects) {
        var batch = new Batch(nextNumber.getAndAdd(events), events, projects, clock.instant());
        arrivals.expect(batch);
        return batch;
    }
}
