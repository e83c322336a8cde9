package io.aifactory.bench.history;

/**
 * A promise that was broken.
 *
 * @param kind which promise
 * @param what what was found, for people
 */
public record Violation(Kind kind, String what) {

    /** The promises. */
    public enum Kind {
        /** An event that was promised and not handled, or a state change without its event. */
        LOST,
        /** An event without its state change. */
        GHOST,
        /** An effect that happened more than once. */
        DOUBLED,
        /** An event that was handled before one that was sent earlier for the same project. */
        OUT_OF_ORDER,
        /** A dead letter that is no poison, or a poison that is no dead letter. */
        DEAD_LETTER,
        /** Something that is still on its way when all should be done. */
        LEFT_OVER
    }
}
