package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.TableProfile;
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
    private static final int COLUMNS_AT_A_TIME = 16;

    private Profiling() {}

    static TableProfile of(DuckDb database, Path table) {
        List<Column> columns = Column.of(database, Sql.parquet(table));
        List<String> names = columns.stream().map(Column::name).toList();
        Fingerprint content = Fingerprint.of(database, names, Sql.parquet(table));
        return new TableProfile(
                content.rows(), profiles(database, table, columns, content.rows()), content.hex(columns));
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

    private static String measures(Column column) {
        String name = Sql.name(column.name());
        String number = NUMBERS.contains(column.type()) ? "CAST(%s AS DOUBLE)".formatted(name) : "CAST(NULL AS DOUBLE)";
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
                column.name(),
                column.type(),
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
}
