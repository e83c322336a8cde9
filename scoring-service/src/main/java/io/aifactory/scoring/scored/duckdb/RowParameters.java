package io.aifactory.scoring.scored.duckdb;

import static java.time.ZoneOffset.UTC;

import io.aifactory.scoring.scored.ScoredFiles.RowRange;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The two queries for scored rows, and their parameters. */
final class RowParameters {

    /** Rows that bear the request they came with. */
    static final String ONLINE = """
            select * exclude (file_row_number) from read_parquet(?, file_row_number = true)
            where (?::varchar is null or scoring_id = ?)
            and (?::timestamptz is null or scored_at >= ?::timestamptz)
            and (?::timestamptz is null or scored_at < ?::timestamptz)
            order by scored_at desc, file_row_number limit ?""";

    /** Rows of a batch, which are all of one request. */
    static final String BATCH = """
            select * exclude (file_row_number) from read_parquet(?, file_row_number = true)
            order by file_row_number limit ?""";

    private static final int BATCH_PARAMETERS = 2;

    private RowParameters() {}

    static void set(PreparedStatement statement, Path file, RowRange range) throws SQLException {
        int count = statement.getParameterMetaData().getParameterCount();
        statement.setString(1, file.toString());
        if (count > BATCH_PARAMETERS) {
            var from = range.from() == null ? null : range.from().atOffset(UTC);
            var to = range.to() == null ? null : range.to().atOffset(UTC);
            statement.setString(2, range.scoringId());
            statement.setString(3, range.scoringId());
            statement.setObject(4, from);
            statement.setObject(5, from);
            statement.setObject(6, to);
            statement.setObject(7, to);
        }
        statement.setInt(count, range.limit());
    }
}
