package io.aifactory.training.table;

/** A file of data that can't be read; the message says which and why. */
public class TableUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TableUnreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
