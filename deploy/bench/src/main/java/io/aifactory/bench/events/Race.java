package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Case;
import io.aifactory.bench.events.Report.Figures;
import io.aifactory.bench.events.Report.Processors;
import io.aifactory.bench.events.Report.Spread;
import io.aifactory.bench.figures.Sample;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same work on both ways, in turn, so that what disturbs the machine disturbs both. */
@Component
class Race {

    private static final int WARM_UP_ROUNDS = 4;
    private static final int WARM_UP_PROJECTS = 50;
    private static final Duration BREATH = Duration.ofMillis(300);

    private final OwnRoute own;
    private final BareRoute bare;
    private final Batches batches;
    private final ProcessorTime processors;
    private final EventsPlan plan;

    Race(OwnRoute own, BareRoute bare, Batches batches, Assignment assignment) {
        this.own = own;
        this.bare = bare;
        this.batches = batches;
        this.processors = new ProcessorTime(assignment);
        this.plan = assignment.plan();
    }

    /** Lets both ways find their speed; nothing is measured. */
    void warmUp() throws InterruptedException {
        int events = Math.max(1, plan.warmUp() / WARM_UP_ROUNDS);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            run(own, events, WARM_UP_PROJECTS);
            run(bare, events, WARM_UP_PROJECTS);
        }
    }

    /** Runs all rounds of one case; who begins takes turns. */
    Case run(int projects) throws InterruptedException {
        var ours = new ArrayList<Figures>();
        var theirs = new ArrayList<Figures>();
        for (int round = 0; round < plan.rounds(); round++) {
            boolean weBegin = round % 2 == 0;
            if (weBegin) {
                ours.add(run(own, plan.events(), projects));
            }
            theirs.add(run(bare, plan.events(), projects));
            if (!weBegin) {
                ours.add(run(own, plan.events(), projects));
            }
        }
        return new Case(projects, medians(ours), medians(theirs), ratio(ours, theirs));
    }

    private Figures run(Route route, int events, int projects) throws InterruptedException {
        Batch batch = batches.next(events, projects);
        Waiting.pause(BREATH);
        Optional<Processors> before = processors.micros();
        route.carry(batch);
        batch.awaitAll();
        Optional<Processors> after = processors.micros();
        Sample latency = batch.latencyMillis();
        return new Figures(
                batch.perSecond(),
                latency.percentile(0.5),
                latency.percentile(0.99),
                before.flatMap(earlier -> after.map(later -> ProcessorTime.perEvent(earlier, later, events)))
                        .orElse(null));
    }

    private static Spread ratio(List<Figures> ours, List<Figures> theirs) {
        return Spread.of(Sample.of(IntStream.range(0, ours.size())
                .mapToDouble(round ->
                        ours.get(round).eventsPerSecond() / theirs.get(round).eventsPerSecond())));
    }

    private static Figures medians(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::eventsPerSecond),
                median(rounds, Figures::p50Millis),
                median(rounds, Figures::p99Millis),
                processorMedians(rounds.stream()
                        .flatMap(round -> Optional.ofNullable(round.processorMicrosPerEvent()).stream())
                        .toList()));
    }

    private static @Nullable Processors processorMedians(List<Processors> rounds) {
        return rounds.isEmpty()
                ? null
                : new Processors(
                        median(rounds, Processors::jvm),
                        median(rounds, Processors::bus),
                        median(rounds, Processors::postgres));
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> value) {
        return Sample.of(rounds.stream().mapToDouble(value)).median();
    }
}
