package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.List;

/** How DuckDB reads and writes Parquet files. */
final class Parquet {

    private Parquet() {}

    /** Returns the table function that reads the given file. */
    static String of(Path file) {
        return of(List.of(file));
    }

    /** Returns the table function that reads the given files one after the other, columns by name. */
    static String of(List<Path> files) {
        return "read_parquet([%s], union_by_name = true, hive_partitioning = false)"
                .formatted(Sql.join(files, file -> Sql.text(file.toString())));
    }

    /** Returns the table function that reads the given file, with the row's number in it, {@code file_row_number}, from 0. */
    static String numbered(Path file) {
        return "read_parquet([%s], file_row_number = true, hive_partitioning = false)"
                .formatted(Sql.text(file.toString()));
    }

    /** Returns the statement that writes the rows of a query to a file. */
    static String copy(String query, Path target) {
        return "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(query, Sql.text(target.toString()));
    }
}
