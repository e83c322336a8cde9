package io.aifactory.lake.engine;

import java.util.List;

/**
 * What a table is like.
 *
 * @param rows how many rows
 * @param columns its columns in order
 * @param fingerprint the same for the same columns and rows, in whatever order the rows are; 64 hex digits
 */
public record TableProfile(long rows, List<ColumnProfile> columns, String fingerprint) {

    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** Returns whether it has a column of the given name. */
    public boolean has(String column) {
        return columns.stream().anyMatch(candidate -> candidate.name().equals(column));
    }
}
