package io.aifactory.contracts.events;

import java.util.List;

/** Data that is not the event it claims to be. It will not become valid by trying again. */
public final class InvalidEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidEvent(String type, List<String> reasons) {
        super(message(type, reasons));
    }

    public InvalidEvent(String type, List<String> reasons, Throwable cause) {
        super(message(type, reasons), cause);
    }

    private static String message(String type, List<String> reasons) {
        return "not a valid %s: %s".formatted(type, String.join("; ", reasons));
    }
}
