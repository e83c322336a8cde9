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
import org.jspecify.annotations.Nullable;

/** Tells what a table is like. */
final class Profiling {

    private static final Set<String> NUMBERS = Set.of("BIGINT", "INTEGER", "DOUBLE");
    private static final int PER_COLUMN = 6;
    private static final int COLUMNS_AT_A_TIME = 16;

    private Profiling() {}

    private record Column(String name, String type) {}

    private record Content(long rows, String sums) {}

    static TableProfile of(DuckDb database, Path table) {
        List<Column> columns = columns(database, table);
        Content content = database.queryOne(
                contentQuery(columns, table), result -> new Content(result.getLong(1), result.getString(2)));
        return new TableProfile(
                content.rows, profiles(database, table, columns, content.rows), fingerprint(columns, content));
    }

    private static String contentQuery(List<Column> columns, Path table) {
        String row =
                Sql.join(columns, column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(Sql.name(column.name)));
        return """
                SELECT count(*), coalesce(sum(CAST(md5_number_lower(_r) AS HUGEINT)), 0) || '/'
                    || coalesce(sum(CAST(md5_number_upper(_r) AS HUGEINT)), 0)
                FROM (SELECT concat_ws(chr(31), %s) AS _r FROM %s)""".formatted(row, Sql.parquet(table));
    }

    /** Some columns at a time: to count distinct values each takes a table in memory, and a wide table has many columns. */
    private static List<ColumnProfile> profiles(DuckDb database, Path table, List<Column> columns, long rows) {
        var profiles = new ArrayList<ColumnProfile>();
        for (int first = 0; first < columns.size(); first += COLUMNS_AT_A_TIME) {
            List<Column> some = columns.subList(first, Math.min(columns.size(), first + COLUMNS_AT_A_TIME));
            String query = "SELECT %s FROM %s".formatted(Sql.join(some, Profiling::measures), Sql.parquet(table));
            profiles.addAll(database.queryOne(query, result -> profiles(some, rows, result)));
        }
        return profiles;
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

    private static List<ColumnProfile> profiles(List<Column> columns, long rows, ResultSet result) throws SQLException {
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(profile(columns.get(i), rows, result, 1 + i * PER_COLUMN));
        }
        return profiles;
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

    private static String fingerprint(List<Column> columns, Content found) {
        String content = columns + "|" + found.rows + "|" + found.sums;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
