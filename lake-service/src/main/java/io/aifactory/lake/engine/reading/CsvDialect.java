package io.aifactory.lake.engine.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * @param delimiter what is between values
 * @param quote what is around values that contain the delimiter, and stands twice within them; absent: nothing
 * @param delimiterLine whether the first line only says the delimiter, as spreadsheets want it
 * @param header whether the next line has the columns' names
 * @param columns all columns by unique names; what is no data, such as an index of rows, by a name beginning with an underscore
 */
public record CsvDialect(
        char delimiter, @Nullable Character quote, boolean delimiterLine, boolean header, List<String> columns) {

    public CsvDialect {
        columns = List.copyOf(columns);
    }

    /** Returns how many records are no rows: they come first. */
    public int recordsBeforeRows() {
        return (delimiterLine ? 1 : 0) + (header ? 1 : 0);
    }

    /** Returns the columns that are data, in order. */
    public List<String> names() {
        return columns.stream().filter(CsvDialect::isData).toList();
    }

    static boolean isData(String column) {
        return !column.startsWith("_");
    }
}
