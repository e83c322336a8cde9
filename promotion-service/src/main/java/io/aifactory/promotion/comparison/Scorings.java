package io.aifactory.promotion.comparison;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.promotion.column.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every scoring on a test set that was ever announced. */
@Repository
public class Scorings {

    private final JdbcClient database;
    private final JsonColumn<Map<String, Double>> metrics;

    Scorings(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.metrics = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** Returns all scorings of a model version. */
    public List<Scoring> of(ProjectId project, ModelName model, int version) {
        return database.sql("SELECT * FROM scoring WHERE project = :project AND model = :model AND version = :version")
                .param("project", project.value())
                .param("model", model.value())
                .param("version", version)
                .query(this::toScoring)
                .list();
    }

    /** Keeps a scoring. The first one heard of a version and a test set counts: neither ever changes. */
    public void add(ProjectId project, ModelName model, Scoring scoring) {
        TestSet testSet = scoring.testSet();
        database.sql("""
                        INSERT INTO scoring
                            (project, model, version, dataset, layer, environment, test_set_version, metrics)
                        VALUES (:project, :model, :version, :dataset, :layer, :environment, :testSetVersion,
                                CAST(:metrics AS jsonb))
                        ON CONFLICT DO NOTHING
                        """)
                .param("project", project.value())
                .param("model", model.value())
                .param("version", scoring.version())
                .param("dataset", testSet.dataset().value())
                .param("layer", testSet.layer().label())
                .param("environment", testSet.environment().label())
                .param("testSetVersion", testSet.version())
                .param("metrics", metrics.write(scoring.metrics()))
                .update();
    }

    private Scoring toScoring(ResultSet row, int number) throws SQLException {
        var testSet = new TestSet(
                new DatasetName(row.getString("dataset")),
                LakeLayer.of(row.getString("layer")),
                EnvironmentTier.of(row.getString("environment")),
                row.getInt("test_set_version"));
        return new Scoring(row.getInt("version"), testSet, metrics.read(row.getString("metrics")));
    }
}
