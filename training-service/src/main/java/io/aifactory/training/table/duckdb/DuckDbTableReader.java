package io.aifactory.training.table.duckdb;

import io.aifactory.training.table.Column;
import io.aifactory.training.table.Table;
import io.aifactory.training.table.TableReader;
import io.aifactory.training.table.TableUnreadable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Reads Parquet with an embedded DuckDB that may see the file's folder and nothing else. */
public final class DuckDbTableReader implements TableReader {

    private final String memoryLimit;
    private final int threads;

    /** A reader that keeps to a memory limit as DuckDB writes it, such as {@code 512MB}. */
    public DuckDbTableReader(String memoryLimit, int threads) {
        this.memoryLimit = memoryLimit;
        this.threads = threads;
    }

    @Override
    public Table read(Path file) {
        var path = file.toAbsolutePath().normalize();
        try (var connection = open(path);
                var statement = connection.prepareStatement("SELECT * FROM read_parquet(?)")) {
            statement.setString(1, path.toString());
            try (var rows = statement.executeQuery()) {
                return table(rows);
            }
        } catch (SQLException e) {
            throw new TableUnreadable("%s can't be read: %s".formatted(path.getFileName(), e.getMessage()), e);
        }
    }

    private Connection open(Path file) throws SQLException {
        var sandbox = new Properties();
        sandbox.setProperty(
                "allowed_paths",
                "['%s']".formatted(file.toString().replace("\\", "\\\\").replace("'", "\\'")));
        sandbox.setProperty("enable_external_access", "false");
        sandbox.setProperty("autoinstall_known_extensions", "false");
        sandbox.setProperty("autoload_known_extensions", "false");
        sandbox.setProperty("memory_limit", memoryLimit);
        sandbox.setProperty("threads", Integer.toString(threads));
        sandbox.setProperty("lock_configuration", "true");
        return DriverManager.getConnection("jdbc:duckdb:", sandbox);
    }

    private static Table table(ResultSet rows) throws SQLException {
        var builders = builders(rows);
        int count = 0;
        while (rows.next()) {
            count++;
            for (var builder : builders) {
                builder.add(rows);
            }
        }
        return new Table(count, builders.stream().map(ColumnBuilder::build).toList());
    }

    private static List<ColumnBuilder> builders(ResultSet rows) throws SQLException {
        var facts = rows.getMetaData();
        var builders = new ArrayList<ColumnBuilder>();
        for (int i = 1; i <= facts.getColumnCount(); i++) {
            builders.add(ColumnBuilder.of(facts.getColumnTypeName(i), facts.getColumnName(i), i));
        }
        return builders;
    }

    /** Fills one column from a result. */
    private interface ColumnBuilder {

        void add(ResultSet row) throws SQLException;

        Column build();

        static ColumnBuilder of(String type, String name, int position) {
            var base = type.replaceFirst("\\(.*", "");
            return switch (base) {
                case "TINYINT",
                        "SMALLINT",
                        "INTEGER",
                        "BIGINT",
                        "UTINYINT",
                        "USMALLINT",
                        "UINTEGER",
                        "UBIGINT",
                        "HUGEINT",
                        "FLOAT",
                        "DOUBLE",
                        "DECIMAL" -> new NumbersBuilder(name, position);
                case "BOOLEAN" -> new TruthsBuilder(name, position);
                case "VARCHAR", "ENUM" -> new TextsBuilder(name, position);
                default -> new UnreadableBuilder(name, type);
            };
        }
    }

    private static class NumbersBuilder implements ColumnBuilder {

        private final String name;
        private final int position;
        private double[] values = new double[256];
        private int count;

        NumbersBuilder(String name, int position) {
            this.name = name;
            this.position = position;
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            double value = value(row, position);
            values[count++] = row.wasNull() ? Double.NaN : value;
        }

        double value(ResultSet row, int column) throws SQLException {
            return row.getDouble(column);
        }

        @Override
        public Column build() {
            return new Column.Numbers(name, Arrays.copyOf(values, count));
        }
    }

    private static final class TruthsBuilder extends NumbersBuilder {

        TruthsBuilder(String name, int position) {
            super(name, position);
        }

        @Override
        double value(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column) ? 1 : 0;
        }
    }

    private record TextsBuilder(String name, int position, List<String> values) implements ColumnBuilder {

        TextsBuilder(String name, int position) {
            this(name, position, new ArrayList<>());
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            values.add(row.getString(position));
        }

        @Override
        public Column build() {
            return new Column.Texts(name, values.toArray(String[]::new));
        }
    }

    private record UnreadableBuilder(String name, String type) implements ColumnBuilder {

        @Override
        public void add(ResultSet row) {
            // its values are of no use to a model
        }

        @Override
        public Column build() {
            return new Column.Unreadable(name, type);
        }
    }
}
