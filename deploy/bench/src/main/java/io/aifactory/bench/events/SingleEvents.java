package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Latency;
import io.aifactory.bench.events.Report.Singles;
import io.aifactory.bench.figures.Sample;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** One event at a time on a system that has nothing else to do. */
@Component
class SingleEvents {

    private static final Duration IDLE = Duration.ofMillis(20);
    private static final int PROJECTS = 10;

    private final OwnRoute own;
    private final BareRoute bare;
    private final Batches batches;
    private final Assignment assignment;

    SingleEvents(OwnRoute own, BareRoute bare, Batches batches, Assignment assignment) {
        this.own = own;
        this.bare = bare;
        this.batches = batches;
        this.assignment = assignment;
    }

    /** Carries one on each way, in turn. */
    Singles measure() throws InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int event = 0; event < assignment.plan().singles(); event++) {
            ours.add(millis(own));
            theirs.add(millis(bare));
        }
        return new Singles(Latency.of(Sample.of(ours)), Latency.of(Sample.of(theirs)));
    }

    private double millis(Route route) throws InterruptedException {
        Batch batch = batches.next(1, PROJECTS);
        Waiting.pause(IDLE);
        route.carry(batch);
        batch.awaitAll();
        return batch.latencyMillis().max();
    }
}
