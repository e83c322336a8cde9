package io.aifactory.localbus.filter;

/** The three truth values of a filter: a comparison with a missing property is neither true nor false. */
enum Truth {
    /** The message passes. */
    TRUE,
    /** The message does not pass. */
    FALSE,
    /** Cannot be told; at the end of a filter it counts as {@link #FALSE}. */
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    boolean holds() {
        return this == TRUE;
    }

    Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
