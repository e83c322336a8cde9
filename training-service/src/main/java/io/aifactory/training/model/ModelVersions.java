package io.aifactory.training.model;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.training.automl.LeaderboardEntry;
import io.aifactory.training.column.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All model versions. */
@Repository
public class ModelVersions {

    private final JdbcClient jdbc;
    private final JsonColumn<Lineage> lineages;
    private final JsonColumn<List<LeaderboardEntry>> leaderboards;

    ModelVersions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lineages = new JsonColumn<>(json, new TypeReference<>() {});
        this.leaderboards = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** The number of the model's next version. */
    public int nextNumber(ProjectId project, ModelName model) {
        return jdbc.sql(
                        "SELECT coalesce(max(version), 0) + 1 FROM model_version WHERE project = :project AND model = :model")
                .param("project", project.value())
                .param("model", model.value())
                .query(Integer.class)
                .single();
    }

    public void add(ModelVersion version) {
        jdbc.sql("""
                INSERT INTO model_version (project, model, version, run_id, trigger, algorithm, artifact_path,
                    artifact_sha256, artifact_bytes, lineage, leaderboard, requested_by, trained_at)
                VALUES (:project, :model, :version, :runId, :trigger, :algorithm, :path,
                    :sha256, :bytes, CAST(:lineage AS jsonb), CAST(:leaderboard AS jsonb), :requestedBy, :trainedAt)""")
                .param("project", version.project().value())
                .param("model", version.model().value())
                .param("version", version.version())
                .param("runId", version.lineage().runId())
                .param("trigger", version.trigger().label())
                .param("algorithm", version.algorithm())
                .param("path", version.artifact().file().path())
                .param("sha256", version.artifact().sha256())
                .param("bytes", version.artifact().bytes())
                .param("lineage", lineages.text(version.lineage()))
                .param("leaderboard", leaderboards.text(version.leaderboard()))
                .param("requestedBy", version.requestedBy())
                .param("trainedAt", version.trainedAt().atOffset(UTC))
                .update();
    }

    public Optional<ModelVersion> find(ProjectId project, ModelName model, int version) {
        return of(project, model).stream()
                .filter(candidate -> candidate.version() == version)
                .findFirst();
    }

    /** The model's versions, newest first. */
    public List<ModelVersion> of(ProjectId project, ModelName model) {
        return jdbc.sql("SELECT * FROM model_version WHERE project = :project AND model = :model ORDER BY version DESC")
                .param("project", project.value())
                .param("model", model.value())
                .query(this::modelVersion)
                .list();
    }

    private ModelVersion modelVersion(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                row.getInt("version"),
                TrainingTrigger.of(row.getString("trigger")),
                row.getString("algorithm"),
                new ModelArtifactReference(
                        new LakeFile(EnvironmentTier.DEV, row.getString("artifact_path")),
                        row.getString("artifact_sha256"),
                        row.getLong("artifact_bytes")),
                lineages.value(row.getString("lineage")),
                leaderboards.value(row.getString("leaderboard")),
                row.getString("requested_by"),
                row.getTimestamp("trained_at").toInstant());
    }
}
