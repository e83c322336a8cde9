package io.aifactory.spark;

/** A query that Spark would run, but not as it is meant. */
final class IllegalMeaning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalMeaning(String reason) {
        super(reason);
    }
}
