package io.aifactory.contracts.messaging.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets threads rest until there is work, or for a while at the most. */
public final class WakeUp {

    private static final int MOST_CALLS = 64;

    private final Semaphore calls = new Semaphore(0);

    /** Wakes one resting thread, or keeps the next from resting. */
    public void call() {
        if (calls.availablePermits() < MOST_CALLS) {
            calls.release();
        }
    }

    /** Rests until called, but not longer than the given time. */
    public void await(Duration atMost) throws InterruptedException {
        calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
