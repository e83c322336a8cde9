package io.aifactory.lake.engine.reading;

/** The index that data frames write beside their rows. It is no data. */
public final class RowIndex {

    private RowIndex() {}

    /** Returns whether a column is called as such an index is. */
    public static boolean is(String column) {
        return column.matches("Unnamed: \\d+|__index_level_\\d+__");
    }
}
