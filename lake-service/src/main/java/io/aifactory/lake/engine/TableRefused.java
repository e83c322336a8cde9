package io.aifactory.lake.engine;

/** A table that can't be made of this data the way its team wants it. The message says why, for the team. */
public class TableRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TableRefused(String reason) {
        super(reason);
    }

    public TableRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Returns why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
