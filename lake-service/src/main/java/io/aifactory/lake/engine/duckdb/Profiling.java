package io.aifactory.lake.engine.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells what a table is like, in one pass. */
final class Profiling {

    private static final Set<String> NUMBERS = Set.of("BIGINT", "INTEGER", "DOUBLE");
    private static final int PER_COLUMN = 6;

    private Profiling() {}

    private record Column(String name, String type) {}

    static TableProfile of(DuckDb database, Path table) {
        List<Column> columns = columns(database, table);
        String measures = IntStream.range(0, columns.size())
                .mapToObj(i -> measures(columns.get(i)))
                .collect(Collectors.joining(", "));
        String row =
                Sql.join(columns, column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(Sql.name(column.name)));
        return database.queryOne("""
                SELECT count(*), coalesce(sum(CAST(md5_number_lower(_r) AS HUGEINT)), 0) || '/'
                    || coalesce(sum(CAST(md5_number_upper(_r) AS HUGEINT)), 0), %s
                FROM (SELECT *, concat_ws(chr(31), %s) AS _r FROM %s)""".formatted(measures, row, Sql.parquet(table)), result -> profile(columns, result));
    }

    static List<String> columnNames(DuckDb database, Path table) {
        return columns(database, table).stream().map(Column::name).toList();
    }

    private static List<Column> columns(DuckDb database, Path table) {
        return database.query(
                "DESCRIBE SELECT * FROM " + Sql.parquet(table), row -> new Column(row.getString(1), row.getString(2)));
    }

    private static String measures(Column column) {
        String name = Sql.name(column.name);
        String number = NUMBERS.contains(column.type) ? "CAST(%s AS DOUBLE)".formatted(name) : "CAST(NULL AS DOUBLE)";
        return "count(%1$s), count(DISTINCT %1$s), CAST(min(%1$s) AS VARCHAR), CAST(max(%1$s) AS VARCHAR), avg(%2$s), stddev_samp(%2$s)"
                .formatted(name, number);
    }

    private static TableProfile profile(List<Column> columns, ResultSet result) throws SQLException {
        long rows = result.getLong(1);
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(profile(columns.get(i), rows, result, 3 + i * PER_COLUMN));
        }
        return new TableProfile(rows, profiles, fingerprint(columns, rows, result.getString(2)));
    }

    private static ColumnProfile profile(Column column, long rows, ResultSet result, int first) throws SQLException {
        return new ColumnProfile(
                column.name,
                column.type,
                rows - result.getLong(first),
                result.getLong(first + 1),
                result.getString(first + 2),
                result.getString(first + 3),
                number(result, first + 4),
                number(result, first + 5));
    }

    private static @Nullable Double number(ResultSet result, int index) throws SQLException {
        double value = result.getDouble(index);
        return result.wasNull() ? null : value;
    }

    private static String fingerprint(List<Column> columns, long rows, String sums) {
        String content = columns + "|" + rows + "|" + sums;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
