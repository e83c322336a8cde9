package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Point;
import io.aifactory.contracts.messaging.work.WorkLoop;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets threads work on what waits, and measures what that takes. */
final class Drainage {

    private static final Duration LOOK = Duration.ofMillis(2);
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final double NANOS_PER_MICRO = 1e3;

    private final WorkLoop workers;
    private final LongSupplier done;

    /**
     * @param workers who do it; they rest before and after
     * @param done how much they have done so far
     */
    Drainage(WorkLoop workers, LongSupplier done) {
        this.workers = workers;
        this.done = done;
    }

    /** Has some of what waits done and says how long each took; the look at the heap halfway does not count. */
    Point measure(int waiting, int toDo) {
        MemoryUse.forgetPeak();
        long before = done.getAsLong();
        long begin = System.nanoTime();
        workers.start();
        awaitUntil(before + toDo / 2);
        long look = System.nanoTime();
        double heap = MemoryUse.liveHeap();
        long looked = System.nanoTime() - look;
        awaitUntil(before + toDo);
        long took = System.nanoTime() - begin - looked;
        long inAll = done.getAsLong() - before;
        workers.stop();
        return new Point(
                waiting,
                took / NANOS_PER_MICRO / inAll,
                heap,
                MemoryUse.peakResident().orElse(null));
    }

    private void awaitUntil(long amount) {
        long last = done.getAsLong();
        long lastMove = System.nanoTime();
        while (last < amount) {
            Waiting.pause(LOOK);
            long now = done.getAsLong();
            if (now != last) {
                last = now;
                lastMove = System.nanoTime();
            } else if (System.nanoTime() - lastMove > PATIENCE) {
                throw new IllegalStateException("nothing moves; done is %d of %d".formatted(now, amount));
            }
        }
    }
}
