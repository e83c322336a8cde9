package io.aifactory.promotion.registry;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a champion from its table. */
final class ChampionRow {

    private ChampionRow() {}

    static Champion read(ResultSet row, int number) throws SQLException {
        EnvironmentTier environment = EnvironmentTier.of(row.getString("environment"));
        return new Champion(
                row.getString("promotion_id"),
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                environment,
                row.getInt("version"),
                new ModelArtifactReference(
                        new LakeFile(environment, row.getString("artifact_path")),
                        row.getString("artifact_sha256"),
                        row.getLong("artifact_bytes")),
                row.getString("approved_by"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row, "until"),
                instant(row, "deployed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
