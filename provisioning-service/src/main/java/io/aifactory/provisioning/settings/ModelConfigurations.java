package io.aifactory.provisioning.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The configurations of all models. */
@Repository
class ModelConfigurations {

    private static final TypeReference<Map<String, String>> LEVELS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    ModelConfigurations(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(ModelConfiguration configuration) {
        database.sql("""
                        INSERT INTO model_configuration (project, model, revision, owner, settings, levels, configured_at)
                        VALUES (:project, :model, :revision, :owner, CAST(:settings AS json), CAST(:levels AS json), :at)
                        """)
                .param("project", configuration.project().value())
                .param("model", configuration.model().value())
                .param("revision", configuration.revision())
                .param("owner", configuration.owner())
                .param("settings", write(configuration.settings()))
                .param("levels", write(configuration.levels()))
                .param("at", configuration.configuredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ModelConfiguration> find(ProjectId project, ModelName model) {
        return database.sql("SELECT * FROM model_configuration WHERE project = :project AND model = :model")
                .param("project", project.value())
                .param("model", model.value())
                .query(this::configuration)
                .optional();
    }

    List<ModelName> namesIn(ProjectId project) {
        return database.sql("SELECT model FROM model_configuration WHERE project = :project ORDER BY model")
                .param("project", project.value())
                .query((row, number) -> new ModelName(row.getString("model")))
                .list();
    }

    private ModelConfiguration configuration(ResultSet row, int number) throws SQLException {
        Instant configuredAt =
                row.getObject("configured_at", OffsetDateTime.class).toInstant();
        try {
            return new ModelConfiguration(
                    new ProjectId(row.getString("project")),
                    new ModelName(row.getString("model")),
                    row.getInt("revision"),
                    row.getString("owner"),
                    json.readValue(row.getString("settings"), ModelSettings.class),
                    json.readValue(row.getString("levels"), LEVELS),
                    configuredAt);
        } catch (JsonProcessingException e) {
            throw new SQLException("unreadable configuration", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }
}
