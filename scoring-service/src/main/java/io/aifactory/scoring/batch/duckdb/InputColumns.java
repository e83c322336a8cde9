package io.aifactory.scoring.batch.duckdb;

import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.scoring.batch.BatchRefused;
import io.aifactory.scoring.duckdb.DuckDb;
import io.aifactory.scoring.scored.ScoredShape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a dataset has a model's features, and what kind of values they are.
 *
 * @param features the features in the model's order
 * @param kinds the kind of each
 */
record InputColumns(List<String> features, List<Kind> kinds) {

    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC);

    private static final Set<String> NUMBERS_BY_NAME =
            Set.of("HUGEINT", "UHUGEINT", "UBIGINT", "UINTEGER", "USMALLINT", "UTINYINT");

    /** How a value is read. */
    enum Kind {
        /** As a number. */
        NUMBER,
        /** As a truth value. */
        TRUTH,
        /** As a text. */
        TEXT
    }

    /** Returns where the file has the features; refuses it if it lacks one or already has scores. */
    static InputColumns of(Connection connection, Path input, FeatureSchema schema) throws SQLException {
        var kinds = kindsIn(connection, input);
        var reasons = Stream.concat(
                        schema.features().stream()
                                .map(Feature::name)
                                .filter(name -> !kinds.containsKey(name))
                                .map("it has no column '%s', which the model reads"::formatted),
                        kinds.keySet().stream()
                                .filter(ScoredShape::isTaken)
                                .map("its column '%s' is a name that scores are saved under"::formatted))
                .toList();
        if (!reasons.isEmpty()) {
            throw new BatchRefused("the dataset can't be scored: " + String.join("; ", reasons));
        }
        var names = schema.features().stream().map(Feature::name).toList();
        return new InputColumns(
                names,
                names.stream()
                        .map(name -> Objects.requireNonNull(kinds.get(name)))
                        .toList());
    }

    /** Returns the query for row number and features. */
    String select() {
        return features.stream()
                .map(DuckDb::name)
                .collect(Collectors.joining(
                        ", ", "select file_row_number, ", " from read_parquet(?, file_row_number = true)"));
    }

    private static Map<String, Kind> kindsIn(Connection connection, Path input) throws SQLException {
        try (var statement = connection.prepareStatement("select * from read_parquet(?) limit 0")) {
            statement.setString(1, input.toString());
            try (var rows = statement.executeQuery()) {
                var columns = rows.getMetaData();
                var kinds = new LinkedHashMap<String, Kind>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    kinds.put(columns.getColumnName(i), kindOf(columns, i));
                }
                return kinds;
            }
        }
    }

    private static Kind kindOf(ResultSetMetaData columns, int column) throws SQLException {
        if (columns.getColumnType(column) == Types.BOOLEAN) {
            return Kind.TRUTH;
        }
        return NUMBERS.contains(columns.getColumnType(column))
                        || NUMBERS_BY_NAME.contains(columns.getColumnTypeName(column))
                ? Kind.NUMBER
                : Kind.TEXT;
    }
}
