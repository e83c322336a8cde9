package io.aifactory.bench.events;

import io.aifactory.bench.figures.Sample;
import io.aifactory.bench.workload.Step;
import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The events of a round, and when each was published and handled. */
final class Batch {

    private static final long PATIENCE_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<ModelTrained> events;
    private final Map<String, Integer> places;
    private final AtomicLongArray published;
    private final AtomicLongArray handled;
    private final CountDownLatch open;

    /** Makes events with the given number and those that follow it, in turn for each of that many projects. */
    Batch(int firstNumber, int size, int projects, Instant now) {
        events = IntStream.range(0, size)
                .mapToObj(place -> new Step(ProjectId.of(1 + place % projects), firstNumber + place).trained(now))
                .toList();
        places = IntStream.range(0, size)
                .boxed()
                .collect(Collectors.toMap(
                        place -> EventCatalog.idOf(event(place)).toString(), Function.identity()));
        published = new AtomicLongArray(size);
        handled = new AtomicLongArray(size);
        open = new CountDownLatch(size);
    }

    int size() {
        return events.size();
    }

    ModelTrained event(int place) {
        return events.get(place);
    }

    void published(int place) {
        published.set(place, System.nanoTime());
    }

    /** Notes that an event was handled, and returns whether it had been before; one of another batch is none of its business. */
    boolean handled(String id) {
        Integer place = places.get(id);
        if (place == null) {
            return false;
        }
        boolean first = handled.compareAndSet(place, 0, System.nanoTime());
        if (first) {
            open.countDown();
        }
        return !first;
    }

    /** Returns when every event was handled. */
    void awaitAll() throws InterruptedException {
        if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%d of %d events were never handled".formatted(open.getCount(), size()));
        }
    }

    /** Returns from publication to the end of the handling, of each event. */
    Sample latencyMillis() {
        return Sample.of(IntStream.range(0, size())
                .mapToDouble(place -> (handled.get(place) - published.get(place)) / NANOS_PER_MILLI));
    }

    /** Returns how many events there were by the time from the first publication to the last handling. */
    double perSecond() {
        long begin = IntStream.range(0, size()).mapToLong(published::get).min().orElse(0);
        long end = IntStream.range(0, size()).mapToLong(handled::get).max().orElse(0);
        return size() * NANOS_PER_SECOND / (end - begin);
    }
}
