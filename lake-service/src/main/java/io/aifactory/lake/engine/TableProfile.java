package io.aifactory.lake.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table is like.
 *
 * @param rows how many rows
 * @param columns its columns in order
 * @param fingerprint the same for the same columns and rows, in whatever order the rows are; 64 hex digits
 * @param sample its first {@value #SAMPLE_ROWS} rows, in the order in which they lie in the file: every value as text, cut after
 *     {@value #LONGEST_SAMPLE_VALUE} characters
 */
public record TableProfile(
        long rows, List<ColumnProfile> columns, String fingerprint, List<List<@Nullable String>> sample) {

    /** How many rows a sample has at most. */
    public static final int SAMPLE_ROWS = 10;

    /** The most characters a value of a sample has; the last one of a longer value is an ellipsis. */
    public static final int LONGEST_SAMPLE_VALUE = 100;

    public TableProfile {
        columns = List.copyOf(columns);
        sample = List.copyOf(sample);
    }

    /** Returns whether it has a column of the given name. */
    public boolean has(String column) {
        return columns.stream().anyMatch(candidate -> candidate.name().equals(column));
    }
}
