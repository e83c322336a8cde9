package io.aifactory.promotion.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.promotion.column.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings of all models, the latest revision of each. */
@Repository
public class ConfiguredModels {

    private final JdbcClient database;
    private final JsonColumn<PromotionSettings> promotions;

    ConfiguredModels(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.promotions = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** Returns the model's settings; empty if none were announced yet. */
    public Optional<ConfiguredModel> find(ProjectId project, ModelName model) {
        return database.sql("SELECT * FROM configured_model WHERE project = :project AND model = :model")
                .param("project", project.value())
                .param("model", model.value())
                .query(this::toConfiguredModel)
                .optional();
    }

    /** Keeps the settings unless later ones are known. */
    void save(ConfiguredModel configured) {
        database.sql("""
                        INSERT INTO configured_model (project, model, revision, ml_type, promotion)
                        VALUES (:project, :model, :revision, :mlType, CAST(:promotion AS jsonb))
                        ON CONFLICT (project, model) DO UPDATE
                        SET revision = excluded.revision, ml_type = excluded.ml_type, promotion = excluded.promotion
                        WHERE configured_model.revision < excluded.revision
                        """)
                .param("project", configured.project().value())
                .param("model", configured.model().value())
                .param("revision", configured.revision())
                .param("mlType", configured.mlType().label())
                .param("promotion", promotions.write(configured.promotion()))
                .update();
    }

    private ConfiguredModel toConfiguredModel(ResultSet row, int number) throws SQLException {
        return new ConfiguredModel(
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                row.getInt("revision"),
                MlType.of(row.getString("ml_type")),
                promotions.read(row.getString("promotion")));
    }
}
