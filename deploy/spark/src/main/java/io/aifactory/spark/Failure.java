package io.aifactory.spark;

import java.util.List;
import org.apache.spark.SparkThrowable;

/**
 * Why a statement could not be run.
 *
 * @param reason the engine's own words
 * @param query whether it is the query that is wrong, or the data it meets, rather than memory, disk or network
 */
record Failure(String reason, boolean query) {

    /** Data, rows that are too many, syntax and names, what there is not, what a query raises itself, what a function does. */
    private static final List<String> ABOUT_QUERY = List.of("21", "22", "42", "0A", "P0001", "39");

    /** Looks for the cause that says what kind it is: what happens on an executor comes wrapped. */
    static Failure of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalMeaning || (cause instanceof SparkThrowable known && isAboutQuery(known))) {
                return new Failure(firstLine(cause), true);
            }
        }
        return new Failure(firstLine(e), false);
    }

    private static boolean isAboutQuery(SparkThrowable known) {
        String state = known.getSqlState();
        return state != null && ABOUT_QUERY.stream().anyMatch(state::startsWith);
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }
}
