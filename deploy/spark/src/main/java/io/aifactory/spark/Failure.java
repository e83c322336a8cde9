package io.aifactory.spark;

import org.apache.spark.SparkThrowable;

/**
 * Why a statement could not be run.
 *
 * @param reason the engine's own words
 * @param query whether it is the query that is wrong, or the data it meets, rather than memory, disk or network
 */
record Failure(String reason, boolean query) {

    private static final String DATA_EXCEPTION = "22";
    private static final String SYNTAX_OR_ACCESS = "42";

    /** Looks for the cause that says what kind it is: what happens on an executor comes wrapped. */
    static Failure of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable known && isAboutQuery(known)) {
                return new Failure(firstLine(cause), true);
            }
        }
        return new Failure(firstLine(e), false);
    }

    private static boolean isAboutQuery(SparkThrowable known) {
        String state = known.getSqlState();
        return state != null && (state.startsWith(DATA_EXCEPTION) || state.startsWith(SYNTAX_OR_ACCESS));
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
