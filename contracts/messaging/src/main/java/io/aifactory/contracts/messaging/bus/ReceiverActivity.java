package io.aifactory.contracts.messaging.bus;

import java.util.concurrent.atomic.AtomicLong;

/** Signs of life of a receiver. Waiting for the database, with a message in its hands, is one too. */
final class ReceiverActivity {

    private final AtomicLong signs = new AtomicLong();

    void settled() {
        signs.incrementAndGet();
    }

    void holds() {
        signs.incrementAndGet();
    }

    /** Returns a number that changes with every sign of life. */
    long count() {
        return signs.get();
    }
}
