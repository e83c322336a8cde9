package io.aifactory.scoring.scored.duckdb;

import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.scoring.duckdb.DuckDb;
import io.aifactory.scoring.scored.ScoredFiles;
import io.aifactory.scoring.scored.ScoredShape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Scored rows as Parquet files by DuckDB. */
@Component
class DuckDbScoredFiles implements ScoredFiles, DisposableBean {

    private final DuckDb duckDb;
    private final DuckDBConnection reading;

    DuckDbScoredFiles(DuckDb duckDb) throws SQLException {
        this.duckDb = duckDb;
        // a search reads many small files, and opening takes longer than reading one
        this.reading = duckDb.open();
    }

    @Override
    public void write(Path file, ScoredShape shape, RowSource rows) {
        try (var connection = duckDb.open()) {
            execute(connection, "create table scored (" + columnsOf(shape) + ")");
            append(connection, rows);
            execute(
                    connection,
                    "copy scored to %s (format parquet, compression zstd)".formatted(DuckDb.text(file.toString())));
        } catch (SQLException e) {
            throw new IllegalStateException("scored rows could not be written to " + file, e);
        }
    }

    @Override
    public List<Map<String, @Nullable Object>> read(Path file, ScoringKind kind, RowRange range) {
        try (var connection = reading.duplicate();
                var statement = connection.prepareStatement(RowQuery.of(kind))) {
            RowQuery.setParameters(statement, kind, file, range);
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<Map<String, @Nullable Object>>();
                while (result.next()) {
                    rows.add(RowValues.of(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("scored rows could not be read from " + file, e);
        }
    }

    @Override
    public void destroy() throws SQLException {
        reading.close();
    }

    private static void append(DuckDBConnection connection, RowSource rows) throws SQLException {
        try (var appender = connection.createAppender("scored")) {
            rows.forEach(row -> append(appender, row));
        }
    }

    private static void append(DuckDBAppender appender, List<@Nullable Object> row) {
        try {
            appender.beginRow();
            for (var value : row) {
                RowValues.append(appender, value);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("a scored row could not be written", e);
        }
    }

    private static String columnsOf(ScoredShape shape) {
        var request = Stream.of(
                ScoredShape.SCORING_ID + " varchar",
                ScoredShape.SCORED_AT + " timestamptz",
                ScoredShape.CALLER + " varchar");
        var features = shape.columns().stream()
                .map(column -> DuckDb.name(column.name()) + (column.numeric() ? " double" : " varchar"));
        var prediction = Stream.of(ScoredShape.PREDICTION + (shape.classes().isEmpty() ? " double" : " varchar"));
        var probabilities =
                shape.classes().stream().map(label -> DuckDb.name(ScoredShape.PROBABILITY + label) + " double");
        return Stream.of(request, features, prediction, probabilities)
                .flatMap(columns -> columns)
                .collect(Collectors.joining(", "));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
