package io.aifactory.scoring.batch.duckdb;

import io.aifactory.scoring.batch.BatchEngine;
import io.aifactory.scoring.deployment.LiveModel;
import io.aifactory.scoring.duckdb.DuckDb;
import io.aifactory.scoring.scored.ScoredShape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.springframework.stereotype.Component;

/**
 * Scores with DuckDB: rows are read as a stream, their scores kept with their row number, and both put side by side into
 * the output. What does not fit into memory DuckDB keeps on disk.
 */
@Component
class DuckDbBatchEngine implements BatchEngine {

    private final DuckDb duckDb;

    DuckDbBatchEngine(DuckDb duckDb) {
        this.duckDb = duckDb;
    }

    @Override
    public long score(Path input, LiveModel model, Path output) {
        try (var connection = duckDb.open()) {
            var columns = InputColumns.of(connection, input, model.schema());
            execute(connection, "create table scores (" + columnsOf(model.shape()) + ")");
            long rows = appendScores(connection, input, model, columns);
            execute(connection, joined(input, output));
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the dataset %s could not be scored".formatted(input), e);
        }
    }

    private static long appendScores(DuckDBConnection connection, Path input, LiveModel model, InputColumns columns)
            throws SQLException {
        // a result that is read as it comes keeps its connection busy, so that scores go in by another one
        try (var reading = connection.duplicate();
                var statement = reading.prepareStatement(columns.select());
                var appender = connection.createAppender("scores")) {
            statement.setString(1, input.toString());
            try (var rows = statement.executeQuery()) {
                return new ScoreAppender(model, columns, appender).appendAll(rows);
            }
        }
    }

    private static String columnsOf(ScoredShape shape) {
        var prediction = Stream.of(
                "file_row_number bigint",
                ScoredShape.PREDICTION + (shape.classes().isEmpty() ? " double" : " varchar"));
        var probabilities =
                shape.classes().stream().map(label -> DuckDb.name(ScoredShape.PROBABILITY + label) + " double");
        return Stream.concat(prediction, probabilities).collect(Collectors.joining(", "));
    }

    /** Both sides are in the order of the file, so they are put side by side; should they ever not be, it fails. */
    private static String joined(Path input, Path output) {
        return """
                copy (select i.* exclude (file_row_number), s.* exclude (file_row_number)
                        replace (case when s.file_row_number = i.file_row_number then s.prediction
                            else error('rows and scores are out of step') end as prediction)
                    from read_parquet(%s, file_row_number = true) i positional join scores s)
                to %s (format parquet, compression zstd)""".formatted(DuckDb.text(input.toString()), DuckDb.text(output.toString()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
