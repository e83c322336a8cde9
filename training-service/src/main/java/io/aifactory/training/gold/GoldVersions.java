package io.aifactory.training.gold;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.training.column.JsonColumn;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All gold versions that were announced. */
@Repository
public class GoldVersions {

    private final JdbcClient jdbc;
    private final JsonColumn<GoldVersion> gold;

    GoldVersions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.gold = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** Keeps a version; keeping it again changes nothing. */
    public void keep(GoldVersion version) {
        jdbc.sql("""
                INSERT INTO gold_version (project, model, version, gold, saved_at)
                VALUES (:project, :model, :version, CAST(:gold AS jsonb), :savedAt)
                ON CONFLICT DO NOTHING""")
                .param("project", version.project().value())
                .param("model", version.model().value())
                .param("version", version.version())
                .param("gold", gold.text(version))
                .param("savedAt", version.savedAt().atOffset(UTC))
                .update();
    }

    public GoldVersion get(ProjectId project, ModelName model, int version) {
        return jdbc.sql(
                        "SELECT gold FROM gold_version WHERE project = :project AND model = :model AND version = :version")
                .param("project", project.value())
                .param("model", model.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .map(gold::value)
                .orElseThrow(() -> new IllegalStateException(
                        "Gold version %d of %s/%s was never announced".formatted(version, project, model)));
    }

    /** The version with the highest number; empty while there is none. */
    public Optional<GoldVersion> newest(ProjectId project, ModelName model) {
        return jdbc.sql("""
                SELECT gold FROM gold_version WHERE project = :project AND model = :model
                ORDER BY version DESC LIMIT 1""")
                .param("project", project.value())
                .param("model", model.value())
                .query(String.class)
                .optional()
                .map(gold::value);
    }
}
