package io.aifactory.lake.engine.sql;

import java.nio.file.Path;
import java.util.Collection;

/** How engines differ in what they call the same thing. */
public interface Dialect {

    /** Returns the relation that reads a Parquet file. */
    String parquet(Path file);

    /** Returns the relation that reads a Parquet file, with the row's number in it, {@code file_row_number}, from 0. */
    String numberedParquet(Path file);

    /** Returns whether rows that are only filtered and computed come in the order in which they lie in the file. */
    boolean keepsOrder();

    /** Returns how many columns may be computed at once. */
    int mostColumnsAtOnce();

    /** Returns text as it stands in a statement. */
    String quoted(String text);

    /** Returns all columns but the given ones. */
    String allBut(Collection<String> columns);

    /** Returns the expression for text without the spaces around it, whatever kind of space. */
    String trimmed(String text);

    /**
     * Returns the condition for text as a whole to match a pattern of ours, in the fastest way the engine has.
     *
     * @param pattern classes of ASCII characters, groups, choices and repetitions, which mean the same in all engines
     */
    String matches(String text, String pattern);

    /** Returns the expression for a value as text, which is the same in all engines. */
    String text(String value);
}
