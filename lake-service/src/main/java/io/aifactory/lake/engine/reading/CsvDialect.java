package io.aifactory.lake.engine.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * @param delimiter what is between values
 * @param quote what is around values that contain the delimiter, and stands twice within them; absent: nothing
 * @param delimiterLine whether the first line only says the delimiter, as spreadsheets want it
 * @param header the columns' names as the file has them; empty: it has none
 * @param columns all columns by unique names; what is no data, such as an index of rows, by a name beginning with an underscore
 */
public record CsvDialect(
        char delimiter, @Nullable Character quote, boolean delimiterLine, List<String> header, List<String> columns) {

    public CsvDialect {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
    }

    /** Returns how many records are no rows: they come first. */
    public int recordsBeforeRows() {
        return (delimiterLine ? 1 : 0) + (header.isEmpty() ? 0 : 1);
    }

    /**
     * Returns the row that is no data but the header again, as in files that were joined. Empty if there can be none: of one
     * column it may as well be a word.
     */
    public List<String> headerAgain() {
        List<String> row = header.isEmpty() ? List.of() : dataOf(header);
        return row.size() > 1 ? row : List.of();
    }

    /** Returns those values of a row that are in columns of data; what is behind the last column is in none. */
    List<String> dataOf(List<String> values) {
        var data = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (isData(columns.get(i))) {
                data.add(values.get(i));
            }
        }
        return data;
    }

    /** Returns the columns that are data, in order. */
    public List<String> names() {
        return columns.stream().filter(CsvDialect::isData).toList();
    }

    static boolean isData(String column) {
        return !column.startsWith("_");
    }
}
