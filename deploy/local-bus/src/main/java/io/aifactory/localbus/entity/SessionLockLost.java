package io.aifactory.localbus.entity;

/** Something is done to a session, or to a message of it, that the receiver has locked no more. */
public final class SessionLockLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionLockLost(String subject) {
        super("The session lock has run out or was never held: %s.".formatted(subject));
    }
}
