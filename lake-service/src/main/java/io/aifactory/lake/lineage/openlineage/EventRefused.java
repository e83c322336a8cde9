package io.aifactory.lake.lineage.openlineage;

/** The other side answers, and does not want this event. Others it may take. */
final class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventRefused(String message) {
        super(message);
    }
}
