package io.aifactory.contracts.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets threads rest until there is work, or for a while at the most. */
final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    void call() {
        if (calls.availablePermits() < 64) {
            calls.release();
        }
    }

    void await(Duration atMost) throws InterruptedException {
        calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
