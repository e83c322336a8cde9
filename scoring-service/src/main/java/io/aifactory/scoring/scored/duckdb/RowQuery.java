package io.aifactory.scoring.scored.duckdb;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.scoring.scored.ScoredFiles.RowRange;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The two queries for scored rows, and their parameters. */
final class RowQuery {

    /** Rows that bear the request they came with. */
    private static final String ONLINE = """
            select * exclude (file_row_number) from read_parquet(?, file_row_number = true)
            where (?::varchar is null or scoring_id = ?)
            and (?::timestamptz is null or scored_at >= ?::timestamptz)
            and (?::timestamptz is null or scored_at < ?::timestamptz)
            order by scored_at desc, file_row_number limit ?""";

    /** Rows of a batch, which are all of one request. */
    private static final String BATCH = """
            select * exclude (file_row_number) from read_parquet(?, file_row_number = true)
            order by file_row_number limit ?""";

    private RowQuery() {}

    static String of(ScoringKind kind) {
        return switch (kind) {
            case ONLINE -> ONLINE;
            case BATCH -> BATCH;
        };
    }

    static void setParameters(PreparedStatement statement, ScoringKind kind, Path file, RowRange range)
            throws SQLException {
        statement.setString(1, file.toString());
        switch (kind) {
            case ONLINE -> setOnline(statement, range);
            case BATCH -> statement.setInt(2, range.limit());
        }
    }

    private static void setOnline(PreparedStatement statement, RowRange range) throws SQLException {
        var from = range.from() == null ? null : range.from().atOffset(UTC);
        var to = range.to() == null ? null : range.to().atOffset(UTC);
        statement.setString(2, range.scoringId());
        statement.setString(3, range.scoringId());
        statement.setObject(4, from);
        statement.setObject(5, from);
        statement.setObject(6, to);
        statement.setObject(7, to);
        statement.setInt(8, range.limit());
    }
}
