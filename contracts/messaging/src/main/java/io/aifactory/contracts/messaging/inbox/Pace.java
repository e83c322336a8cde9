package io.aifactory.contracts.messaging.inbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How many entries are handled in one transaction: as many as take a moment, going by those before, so that what is slow is
 * handled alone and keeps nobody waiting. After a failure every entry is handled alone for a while.
 */
final class Pace {

    private static final int MOST = 32;
    private static final long MOMENT = Duration.ofMillis(20).toNanos();
    private static final double WEIGHT_OF_NEWEST = 0.2;

    private final LongSupplier nanoTime;
    private double nanosForOne = MOMENT;
    private int alone;

    /** @param nanoTime a time that only ever goes on, whatever becomes of the clock */
    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns whether one entry takes so long that each is handled alone. */
    synchronized boolean isSlow() {
        return MOMENT / nanosForOne < 2;
    }

    /** Returns how many entries may be handled together now. */
    synchronized int entries() {
        if (alone > 0) {
            alone--;
            return 1;
        }
        return (int) Math.max(1, Math.min(MOST, MOMENT / nanosForOne));
    }

    /** Begins a moment, and returns what tells whether it is over. */
    BooleanSupplier moment() {
        long begin = nanoTime.getAsLong();
        return () -> nanoTime.getAsLong() - begin >= MOMENT;
    }

    /** Handles an entry and notes how long that takes. */
    void time(Runnable handling) {
        long begin = nanoTime.getAsLong();
        try {
            handling.run();
        } finally {
            took(nanoTime.getAsLong() - begin);
        }
    }

    private synchronized void took(long nanos) {
        nanosForOne += WEIGHT_OF_NEWEST * (nanos - nanosForOne);
    }

    /** Notes that one failed and undid the work on the others. */
    synchronized void failed() {
        alone = MOST;
    }
}
