package io.aifactory.lake.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a table's rows.
 *
 * @param added how many rows only the later table has
 * @param removed how many rows only the earlier table has
 * @param changed how many rows both have, with different values
 * @param unchanged how many rows both have, with the same values
 * @param examples some added, removed and changed rows
 */
public record RowChanges(long added, long removed, long changed, long unchanged, List<Example> examples) {

    /** The most cells of a changed row that are told. */
    public static final int MOST_CELLS = 20;

    public RowChanges {
        examples = List.copyOf(examples);
    }

    /** What became of a row. */
    public enum Kind {
        /** Only the later table has it. */
        ADDED,
        /** Only the earlier table has it. */
        REMOVED,
        /** Both have it, with different values. */
        CHANGED
    }

    /**
     * A row.
     *
     * @param kind what became of it
     * @param key what tells it from others
     * @param cells for a changed row: which values differ, at most {@link #MOST_CELLS} of them
     */
    public record Example(Kind kind, List<String> key, List<Cell> cells) {
        public Example {
            key = List.copyOf(key);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value that differs, as text, cut as in a sample.
     *
     * @param column the column
     * @param before its value before; absent if there was none
     * @param after its value after; absent if there is none
     */
    public record Cell(
            String column,
            @Nullable String before,
            @Nullable String after) {}
}
