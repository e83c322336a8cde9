package io.aifactory.spark;

import org.jspecify.annotations.Nullable;

/**
 * What to do.
 *
 * @param act what
 * @param query the query to do it with
 * @param name the name of what is made of it
 * @param folder the folder to write to
 */
record Request(
        Act act,
        @Nullable String query,
        @Nullable String name,
        @Nullable String folder) {

    /** What can be asked for. */
    enum Act {
        /** Forget all that was defined and kept. */
        BEGIN,
        /** Let a name stand for a query. */
        DEFINE,
        /** Let a name stand for what a query gives, found out once. */
        KEEP,
        /** Write what a query gives to a folder, as Parquet, and say which files have its rows, in order. */
        WRITE,
        /** Say which columns a query gives. */
        COLUMNS,
        /** Say what a query gives. */
        ROWS
    }
}
