package io.aifactory.lake.engine.duckdb;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes names and values so that they can stand in a statement, whatever they contain. */
final class Sql {

    private Sql() {}

    static String name(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String names(Collection<String> columns) {
        return join(columns, Sql::name);
    }

    static <T> String join(Collection<T> items, Function<T, String> writer) {
        return items.stream().map(writer).collect(Collectors.joining(", "));
    }

    /** Returns the table function that reads the given file. */
    static String parquet(Path file) {
        return parquet(List.of(file));
    }

    /** Returns the table function that reads the given files one after the other, columns by name. */
    static String parquet(List<Path> files) {
        return "read_parquet([%s], union_by_name = true, hive_partitioning = false)"
                .formatted(join(files, file -> text(file.toString())));
    }

    /** Returns the table function that reads the given file, with the row's number in it, {@code file_row_number}, from 0. */
    static String numberedParquet(Path file) {
        return "read_parquet([%s], file_row_number = true, hive_partitioning = false)".formatted(text(file.toString()));
    }

    /** Returns the statement that writes the rows of a query to a file. */
    static String copyToParquet(String query, Path target) {
        return "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(query, text(target.toString()));
    }
}
