package io.aifactory.contracts.messaging;

/** An event that would not fit into a message. Events refer to data in the lake; they do not carry it. */
public final class EventTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** States the sizes in bytes. */
    public EventTooLarge(String type, int bytes, int limit) {
        super("%s has %d bytes, more than the %d a message may have".formatted(type, bytes, limit));
    }
}
