package io.aifactory.lake.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.EventFormat;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was last said about each model. */
@Repository
public class ConfiguredModels {

    private final JdbcClient database;

    ConfiguredModels(JdbcClient database) {
        this.database = database;
    }

    /** Returns what was last said about the model; empty if nothing was yet. */
    public Optional<ConfiguredModel> find(ProjectId project, ModelName model) {
        return database.sql("SELECT content FROM configured_model WHERE project = :project AND model = :model")
                .param("project", project.value())
                .param("model", model.value())
                .query(String.class)
                .optional()
                .map(ConfiguredModels::read);
    }

    /** Returns whether the model is known and has the given source dataset. */
    public boolean haveDataset(ProjectId project, ModelName model, DatasetName dataset) {
        return find(project, model).flatMap(known -> known.rulesOf(dataset)).isPresent();
    }

    /** Returns all models of a project. */
    public List<ConfiguredModel> of(ProjectId project) {
        return database
                .sql("SELECT content FROM configured_model WHERE project = :project ORDER BY model")
                .param("project", project.value())
                .query(String.class)
                .list()
                .stream()
                .map(ConfiguredModels::read)
                .toList();
    }

    /** Keeps what was said, unless something newer is known. */
    void keep(ModelConfigured configured) {
        database.sql("""
                        INSERT INTO configured_model (project, model, revision, content)
                        VALUES (:project, :model, :revision, CAST(:content AS json))
                        ON CONFLICT (project, model) DO UPDATE SET revision = excluded.revision, content = excluded.content
                        WHERE configured_model.revision < excluded.revision""")
                .param("project", configured.project().value())
                .param("model", configured.model().value())
                .param("revision", configured.revision())
                .param("content", EventFormat.write(configured))
                .update();
    }

    private static ConfiguredModel read(String content) {
        String type = EventCatalog.typeOf(ModelConfigured.class);
        return new ConfiguredModel((ModelConfigured) EventFormat.read(type, content.getBytes(UTF_8)));
    }
}
