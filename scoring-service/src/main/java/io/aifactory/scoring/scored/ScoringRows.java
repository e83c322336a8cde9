package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads scorings from the database. */
final class ScoringRows {

    private ScoringRows() {}

    static Scoring scoring(ResultSet row, int number) throws SQLException {
        String path = row.getString("path");
        return new Scoring(
                new ScoringId(row.getString("scoring_id")),
                ScoringKind.of(row.getString("kind")),
                endpoint(row),
                new CallerId(row.getString("caller")),
                row.getTimestamp("asked_at").toInstant(),
                ScoringState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("version", Integer.class),
                path == null ? null : LakePaths.parse(path),
                result(row));
    }

    static ScoringEndpoint endpoint(ResultSet row) throws SQLException {
        return new ScoringEndpoint(
                new ProjectId(row.getString("project")),
                EnvironmentTier.of(row.getString("environment")),
                new ModelName(row.getString("model")));
    }

    private static @Nullable ScoredResult result(ResultSet row) throws SQLException {
        var completedAt = row.getTimestamp("completed_at");
        return completedAt == null
                ? null
                : new ScoredResult(
                        row.getLong("row_count"),
                        row.getTimestamp("first_scored_at").toInstant(),
                        row.getTimestamp("last_scored_at").toInstant(),
                        completedAt.toInstant());
    }
}
