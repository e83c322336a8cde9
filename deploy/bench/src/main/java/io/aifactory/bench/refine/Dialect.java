package io.aifactory.bench.refine;

import io.aifactory.bench.refine.Customers.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What engines write differently, or are spared. */
enum Dialect {
    /** The engine that is in the service. */
    DUCKDB {
        @Override
        List<String> openCsv(Path file, List<Column> columns) {
            return List.of();
        }

        @Override
        String csv(Path file, List<Column> columns) {
            return "read_csv('%s', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', columns = {%s})"
                    .formatted(
                            file,
                            columns.stream()
                                    .map(column -> "'%s': 'VARCHAR'".formatted(column.name()))
                                    .collect(Collectors.joining(", ")));
        }

        @Override
        String rowNumber() {
            return "1 + row_number() OVER ()";
        }

        @Override
        String write(Path table, String query) {
            return "COPY (%s) TO '%s.parquet' (FORMAT parquet, COMPRESSION zstd)".formatted(query, table);
        }

        @Override
        String table(Path table) {
            return "read_parquet('%s.parquet')".formatted(table);
        }

        @Override
        String text() {
            return "VARCHAR";
        }

        @Override
        String distinct(long rows) {
            return rows <= EXACTLY_COUNTED ? "count(DISTINCT %1$s)" : ESTIMATED;
        }

        /** Sums of the halves of each row's MD5. */
        @Override
        List<String> fingerprint(Path table, List<Column> columns) {
            String row = columns.stream()
                    .map(column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(column.name()))
                    .collect(Collectors.joining(", "));
            return List.of(
                    "SELECT sum(CAST(_md5 & CAST(18446744073709551615 AS UHUGEINT) AS HUGEINT)), sum(CAST(_md5 >> 64 AS HUGEINT)) FROM (SELECT md5_number(concat_ws(chr(31), %s)) AS _md5 FROM %s)"
                            .formatted(row, table(table)));
        }
    },

    /** Spark SQL. It has no number of a row that it need not bring all rows together for, so any number that tells them apart does. */
    SPARK {
        @Override
        List<String> openCsv(Path file, List<Column> columns) {
            return List.of(
                    "CREATE OR REPLACE TEMPORARY VIEW csv (%s) USING csv OPTIONS (path '%s', header 'true', escape '\"')"
                            .formatted(
                                    columns.stream()
                                            .map(column -> column.name() + " STRING")
                                            .collect(Collectors.joining(", ")),
                                    file));
        }

        @Override
        String csv(Path file, List<Column> columns) {
            return "csv";
        }

        @Override
        String rowNumber() {
            return "monotonically_increasing_id()";
        }

        @Override
        String write(Path table, String query) {
            return "INSERT OVERWRITE DIRECTORY '%s' USING parquet OPTIONS (compression 'zstd') %s"
                    .formatted(table, query);
        }

        @Override
        String table(Path table) {
            return "parquet.`%s`".formatted(table);
        }

        @Override
        String text() {
            return "STRING";
        }

        @Override
        String distinct(long rows) {
            return ESTIMATED;
        }

        @Override
        List<String> fingerprint(Path table, List<Column> columns) {
            return List.of();
        }
    };

    private static final long EXACTLY_COUNTED = 1_000_000;
    private static final String ESTIMATED = "approx_count_distinct(%1$s)";

    /** Returns what makes the file readable as {@link #csv}. */
    abstract List<String> openCsv(Path file, List<Column> columns);

    abstract String csv(Path file, List<Column> columns);

    abstract String rowNumber();

    abstract String write(Path table, String query);

    abstract String table(Path table);

    abstract String text();

    /** Returns what counts the different values of a column, in a table of that many rows. */
    abstract String distinct(long rows);

    /** Returns what tells one content from another, whatever the order of its rows; nothing where that is spared. */
    abstract List<String> fingerprint(Path table, List<Column> columns);

    String type(Customers.Type type) {
        return switch (type) {
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case TEXT -> text();
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
