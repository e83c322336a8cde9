package io.aifactory.lake.engine.reading;

import java.nio.file.Path;
import java.util.List;

/** A file as an engine reads it in one stream. */
public sealed interface Prepared {

    /** Returns the file to read. */
    Path file();

    /** Returns how numbers are written in it. */
    Decimals decimals();

    /**
     * A Parquet file.
     *
     * @param file the file
     * @param largest the most that its values may take, in bytes
     */
    record Columnar(Path file, long largest) implements Prepared {

        @Override
        public Decimals decimals() {
            return Decimals.AS_WRITTEN;
        }
    }

    /**
     * CSV in UTF-8 in which every line is a row: no value goes over several lines, no line is empty, long or binary, no
     * quote is open at the end. A line may still have too many or too few values.
     *
     * @param file the file
     * @param dialect how it is written
     * @param rows how many rows it has
     * @param decimals how numbers are written
     */
    record Lines(Path file, CsvDialect dialect, long rows, Decimals decimals) implements Prepared {}

    /**
     * Rows that were read one by one, as CSV in UTF-8 without a header: comma, quote {@code "} doubled within values, no value
     * where nothing stands between the commas. After the columns follow the row's number, what is wrong with it, and its line.
     *
     * @param file the file
     * @param columns the columns
     * @param rows how many rows it has, broken ones with them
     * @param oneALine whether none goes over several lines
     * @param decimals how numbers are written
     */
    record Rows(Path file, List<String> columns, long rows, boolean oneALine, Decimals decimals) implements Prepared {

        public Rows {
            columns = List.copyOf(columns);
        }
    }
}
