package io.aifactory.bench.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Makes faults happen as their source says, until it is over. Every fault is written down. */
final class Turmoil implements AutoCloseable {

    private static final Duration LONGEST_FAULT = Duration.ofSeconds(30);

    /** A run that is done before so many have come proves nothing. */
    private static final int LEAST_FAULTS = 6;

    private final Victims victims;
    private final FaultSource source;
    private final FaultLog log;
    private final IntSupplier accepted;
    private final Map<String, Integer> acceptedInOutage = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Queue<RuntimeException> trouble = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private boolean over;
    private volatile boolean lastIsPlanned;

    Turmoil(Victims victims, FaultSource source, FaultLog log, IntSupplier accepted) {
        this.victims = victims;
        this.source = source;
        this.log = log;
        this.accepted = accepted;
        planNext();
    }

    /** Returns how many faults there were so far. */
    int faults() {
        return begun.get();
    }

    /** Returns how many steps were accepted while each outage lasted. */
    Map<String, Integer> acceptedInOutage() {
        return Map.copyOf(acceptedInOutage);
    }

    /** Returns whether nothing is missing if it ends now. */
    boolean mayEnd() {
        return source.endless()
                ? begun.get() >= LEAST_FAULTS || !trouble.isEmpty()
                : lastIsPlanned && begun.get() == ended.get();
    }

    private synchronized void planNext() {
        var next = over ? Optional.<Planned>empty() : source.next();
        next.ifPresent(planned -> after(planned.pause(), () -> happen(planned.fault())));
        lastIsPlanned = next.isEmpty();
    }

    private synchronized void happen(Fault fault) {
        if (over) {
            return;
        }
        log.note(fault);
        begun.incrementAndGet();
        int before = accepted.getAsInt();
        fault.begin(victims);
        after(fault.lasting(), () -> end(fault, before));
        planNext();
    }

    private void end(Fault fault, int acceptedBefore) {
        if (fault instanceof Fault.Outage outage) {
            acceptedInOutage.put(outage.process(), accepted.getAsInt() - acceptedBefore);
        }
        fault.end(victims);
        ended.incrementAndGet();
    }

    private void after(Duration pause, Runnable action) {
        var unused = timer.schedule(() -> guarded(action), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.trouble(e);
            trouble.add(e);
        }
    }

    /** Lets what began come to its end, and begins nothing more. */
    @Override
    public void close() {
        synchronized (this) {
            over = true;
            timer.shutdown();
        }
        try {
            if (!timer.awaitTermination(LONGEST_FAULT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("a fault does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!trouble.isEmpty()) {
            throw new IllegalStateException("a fault did not happen as planned", trouble.peek());
        }
    }
}
