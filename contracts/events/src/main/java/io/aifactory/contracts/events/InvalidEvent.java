package io.aifactory.contracts.events;

import java.util.List;

/** Data that is not the event it claims to be. It will not become valid by trying again. */
public final class InvalidEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    public InvalidEvent(String type, List<String> reasons) {
        super(message(type, reasons));
        this.reasons = List.copyOf(reasons);
    }

    public InvalidEvent(String type, List<String> reasons, Throwable cause) {
        super(message(type, reasons), cause);
        this.reasons = List.copyOf(reasons);
    }

    /** Returns every reason, each with the path of the value it is about. */
    public List<String> reasons() {
        return reasons;
    }

    private static String message(String type, List<String> reasons) {
        return "not a valid %s: %s".formatted(type, String.join("; ", reasons));
    }
}
