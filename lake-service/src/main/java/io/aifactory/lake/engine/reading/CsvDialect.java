package io.aifactory.lake.engine.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * @param delimiter what is between values
 * @param quote what is around values that contain the delimiter, and stands twice within them; absent: nothing
 * @param header whether the first line has the columns' names
 * @param columns all columns by unique names; what is no data, such as an index of rows, by a name beginning with an underscore
 */
public record CsvDialect(char delimiter, @Nullable Character quote, boolean header, List<String> columns) {

    public CsvDialect {
        columns = List.copyOf(columns);
    }

    /** Returns the columns that are data, in order. */
    public List<String> names() {
        return columns.stream().filter(CsvDialect::isData).toList();
    }

    static boolean isData(String column) {
        return !column.startsWith("_");
    }
}
