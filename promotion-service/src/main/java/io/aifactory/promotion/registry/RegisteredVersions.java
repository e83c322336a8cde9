package io.aifactory.promotion.registry;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All model versions that were trained. */
@Repository
public class RegisteredVersions {

    private final JdbcClient database;

    RegisteredVersions(JdbcClient database) {
        this.database = database;
    }

    /** Returns the version, if it was trained. */
    public Optional<RegisteredVersion> find(ProjectId project, ModelName model, int version) {
        return database.sql("""
                        SELECT * FROM model_version
                        WHERE project = :project AND model = :model AND version = :version
                        """)
                .param("project", project.value())
                .param("model", model.value())
                .param("version", version)
                .query(RegisteredVersions::toVersion)
                .optional();
    }

    /** Keeps a version; nothing happens if it is known. */
    public void add(RegisteredVersion version) {
        database.sql("""
                        INSERT INTO model_version (project, model, version, requested_by, artifact_environment,
                            artifact_path, artifact_sha256, artifact_bytes, trained_at)
                        VALUES (:project, :model, :version, :requestedBy, :environment, :path, :sha256, :bytes, :trainedAt)
                        ON CONFLICT DO NOTHING
                        """)
                .param("project", version.project().value())
                .param("model", version.model().value())
                .param("version", version.version())
                .param("requestedBy", version.requestedBy())
                .param("environment", version.artifact().file().environment().label())
                .param("path", version.artifact().file().path())
                .param("sha256", version.artifact().sha256())
                .param("bytes", version.artifact().bytes())
                .param("trainedAt", version.trainedAt().atOffset(UTC))
                .update();
    }

    private static RegisteredVersion toVersion(ResultSet row, int number) throws SQLException {
        var file =
                new LakeFile(EnvironmentTier.of(row.getString("artifact_environment")), row.getString("artifact_path"));
        return new RegisteredVersion(
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                row.getInt("version"),
                row.getString("requested_by"),
                new ModelArtifactReference(file, row.getString("artifact_sha256"), row.getLong("artifact_bytes")),
                row.getObject("trained_at", OffsetDateTime.class).toInstant());
    }
}
