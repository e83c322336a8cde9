package io.aifactory.lake.engine.reading;

/** A part of a file that makes no row. The message says why. */
final class NoRow extends Exception {

    private static final long serialVersionUID = 1L;

    NoRow(String message) {
        super(message);
    }
}
