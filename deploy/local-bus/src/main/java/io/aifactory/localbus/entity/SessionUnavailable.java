package io.aifactory.localbus.entity;

/** A receiver does not get the session it asked for. */
public final class SessionUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lockedByAnother;

    private SessionUnavailable(String reason, boolean lockedByAnother) {
        super(reason);
        this.lockedByAnother = lockedByAnother;
    }

    static SessionUnavailable lockedByAnother(String session) {
        return new SessionUnavailable("The session '%s' is locked by another receiver.".formatted(session), true);
    }

    static SessionUnavailable noneFree() {
        return new SessionUnavailable("No free session had messages within the time given.", false);
    }

    /** Whether another receiver has it; otherwise there was none to be had in time. */
    public boolean isLockedByAnother() {
        return lockedByAnother;
    }
}
