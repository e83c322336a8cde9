package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a table is like. */
final class Profiling {

    private static final Set<String> NUMBERS = Set.of("BIGINT", "INTEGER", "DOUBLE");
    private static final int PER_COLUMN = 6;
    private static final int AFTER_CONTENT = 3;
    private static final int COLUMNS_AT_A_TIME = 16;
    private static final long MOST_COUNTED_EXACTLY = 1_000_000;

    private Profiling() {}

    static TableProfile of(DuckDb database, Path table) {
        List<Column> columns = database.columns(Parquet.of(table));
        return columns.size() <= COLUMNS_AT_A_TIME
                ? ofNarrow(database, table, columns)
                : ofWide(database, table, columns);
    }

    /** Reads the table once, but for the sample. */
    private static TableProfile ofNarrow(DuckDb database, Path table, List<Column> columns) {
        List<List<@Nullable String>> sample = Sampling.of(database, columns, table);
        long rows = database.queryOne("SELECT count(*) FROM " + Parquet.of(table), row -> row.getLong(1));
        return database.queryOne(
                contentAndMeasures(columns, table, rows),
                result -> new TableProfile(
                        rows,
                        profiles(columns, rows, result, AFTER_CONTENT),
                        Fingerprint.read(result, 1).hex(columns),
                        sample));
    }

    /** Some columns at a time: to count distinct values each takes a table in memory, and a wide table has many columns. */
    private static TableProfile ofWide(DuckDb database, Path table, List<Column> columns) {
        Fingerprint content = Fingerprint.of(database, names(columns), Parquet.of(table));
        var profiles = new ArrayList<ColumnProfile>();
        for (int first = 0; first < columns.size(); first += COLUMNS_AT_A_TIME) {
            List<Column> some = columns.subList(first, Math.min(columns.size(), first + COLUMNS_AT_A_TIME));
            String query = "SELECT %s FROM %s".formatted(measures(some, content.rows()), Parquet.of(table));
            profiles.addAll(database.queryOne(query, result -> profiles(some, content.rows(), result, 1)));
        }
        return new TableProfile(content.rows(), profiles, content.hex(columns), Sampling.of(database, columns, table));
    }

    private static String contentAndMeasures(List<Column> columns, Path table, long rows) {
        return "SELECT %s, %s FROM (SELECT *, %s FROM %s)"
                .formatted(
                        Fingerprint.MEASURES,
                        measures(columns, rows),
                        Fingerprint.row(names(columns)),
                        Parquet.of(table));
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static String measures(List<Column> columns, long rows) {
        return Sql.join(columns, column -> measures(column, rows));
    }

    /** In a long table, distinct values are estimated: to count them would take longer than all else. */
    private static String measures(Column column, long rows) {
        String name = Sql.name(column.name());
        String number = NUMBERS.contains(column.type()) ? ordinary(name) : "CAST(NULL AS DOUBLE)";
        String distinct = isEstimated(rows) ? "approx_count_distinct(%s)" : "count(DISTINCT %s)";
        return "count(%1$s), %3$s, CAST(min(%1$s) AS VARCHAR), CAST(max(%1$s) AS VARCHAR), avg(%2$s), stddev_samp(%2$s)"
                .formatted(name, number, distinct.formatted(name));
    }

    /** Numbers without end, and those whose squares have none, have no mean that says anything. */
    private static String ordinary(String name) {
        return "CASE WHEN abs(CAST(%1$s AS DOUBLE)) < 1e150 THEN CAST(%1$s AS DOUBLE) END".formatted(name);
    }

    private static boolean isEstimated(long rows) {
        return rows > MOST_COUNTED_EXACTLY;
    }

    private static List<ColumnProfile> profiles(List<Column> columns, long rows, ResultSet result, int from)
            throws SQLException {
        var profiles = new ArrayList<ColumnProfile>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(profile(columns.get(i), rows, result, from + i * PER_COLUMN));
        }
        return profiles;
    }

    private static ColumnProfile profile(Column column, long rows, ResultSet result, int first) throws SQLException {
        return new ColumnProfile(
                column.name(),
                column.type(),
                rows - result.getLong(first),
                Math.min(result.getLong(first + 1), result.getLong(first)),
                result.getString(first + 2),
                result.getString(first + 3),
                number(result, first + 4),
                number(result, first + 5),
                isEstimated(rows));
    }

    private static @Nullable Double number(ResultSet result, int index) throws SQLException {
        double value = result.getDouble(index);
        return result.wasNull() ? null : value;
    }
}
