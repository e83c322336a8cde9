package io.aifactory.contracts.messaging;

/** Thrown by a listener for a message that no number of attempts will make acceptable: it is dead at once, with this reason. */
public final class Unprocessable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unprocessable(String reason) {
        super(reason);
    }

    public Unprocessable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
