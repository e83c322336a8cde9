package io.aifactory.training.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.training.column.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings of all models, the latest revision of each. */
@Repository
public class ConfiguredModels {

    private final JdbcClient jdbc;
    private final JsonColumn<ModelSettings> settings;

    ConfiguredModels(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.settings = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** The model's settings; empty when none were announced yet. */
    public Optional<ConfiguredModel> find(ProjectId project, ModelName model) {
        return of(project).stream()
                .filter(configured -> configured.model().equals(model))
                .findFirst();
    }

    /** The settings of a project's models, by model. */
    public List<ConfiguredModel> of(ProjectId project) {
        return jdbc.sql("SELECT * FROM configured_model WHERE project = :project ORDER BY model")
                .param("project", project.value())
                .query(this::configuredModel)
                .list();
    }

    /** Keeps settings unless later ones are known. */
    void keep(ConfiguredModel configured) {
        jdbc.sql("""
                INSERT INTO configured_model (project, model, revision, owner, settings)
                VALUES (:project, :model, :revision, :owner, CAST(:settings AS jsonb))
                ON CONFLICT (project, model) DO UPDATE
                SET revision = excluded.revision, owner = excluded.owner, settings = excluded.settings
                WHERE configured_model.revision < excluded.revision""")
                .param("project", configured.project().value())
                .param("model", configured.model().value())
                .param("revision", configured.revision())
                .param("owner", configured.owner())
                .param("settings", settings.text(configured.settings()))
                .update();
    }

    private ConfiguredModel configuredModel(ResultSet row, int number) throws SQLException {
        return new ConfiguredModel(
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                row.getInt("revision"),
                row.getString("owner"),
                settings.value(row.getString("settings")));
    }
}
