package io.aifactory.localbus.entity;

/** A message is settled or renewed with a lock that has run out, was settled before, or never existed. */
public final class LockLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockLost(Object lock) {
        super("The lock supplied is invalid: %s. Either it has run out, or the message is settled already."
                .formatted(lock));
    }
}
