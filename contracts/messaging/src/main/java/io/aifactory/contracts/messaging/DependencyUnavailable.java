package io.aifactory.contracts.messaging;

/**
 * Thrown by a listener when something it needs is away for the moment: storage, another system, an API that asks to wait. The
 * event waits and is tried again until it is there; no attempt is counted, so that an outage, however long, leaves no dead
 * event behind.
 */
public final class DependencyUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** States what is away. */
    public DependencyUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
