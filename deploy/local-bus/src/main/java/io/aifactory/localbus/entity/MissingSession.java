package io.aifactory.localbus.entity;

/** A message without session is sent to an entity whose messages need one. */
public final class MissingSession extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSession() {
        super("The SessionId was not set on a message, and the entity only takes messages that have one.");
    }
}
