package io.aifactory.contracts.messaging.inbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Slows the workers down while whatever they handle meets an outage: after some outages in a row only one entry is tried at a
 * time, as a probe, with growing pauses between. The first that works lets all of them go on.
 */
final class Brake {

    private static final int OUTAGES_IN_A_ROW = 8;
    private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(15).toNanos();

    private final LongSupplier nanoTime;
    private int outages;
    private long pause = FIRST_PAUSE;
    private long nextProbe;

    /** @param nanoTime a time that only ever goes on, whatever becomes of the clock */
    Brake(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns whether an entry may be tried now; while braking, only one caller in each pause may. */
    synchronized boolean mayTry() {
        if (!isOn()) {
            return true;
        }
        boolean due = nanoTime.getAsLong() - nextProbe >= 0;
        if (due) {
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            nextProbe = nanoTime.getAsLong() + pause;
        }
        return due;
    }

    synchronized void metOutage() {
        outages++;
        if (outages == OUTAGES_IN_A_ROW) {
            nextProbe = nanoTime.getAsLong() + pause;
        }
    }

    synchronized void metNone() {
        outages = 0;
        pause = FIRST_PAUSE;
    }

    synchronized boolean isOn() {
        return outages >= OUTAGES_IN_A_ROW;
    }
}
