package io.aifactory.training.model;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TestScoring;
import io.aifactory.training.column.JsonColumn;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each model version scored on which version of the test set. */
@Repository
public class TestScorings {

    private final JdbcClient jdbc;
    private final JsonColumn<Map<String, Double>> metrics;

    TestScorings(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.metrics = new JsonColumn<>(json, new TypeReference<>() {});
    }

    /** Keeps a scoring; the same model on the same test set always scores the same, so keeping it again changes nothing. */
    public void keep(ProjectId project, ModelName model, int testSetVersion, TestScoring scoring, Instant at) {
        jdbc.sql("""
                INSERT INTO test_scoring (project, model, version, test_set_version, metrics, scored_at)
                VALUES (:project, :model, :version, :testSet, CAST(:metrics AS jsonb), :at)
                ON CONFLICT DO NOTHING""")
                .param("project", project.value())
                .param("model", model.value())
                .param("version", scoring.modelVersion())
                .param("testSet", testSetVersion)
                .param("metrics", metrics.text(new TreeMap<>(scoring.metrics())))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** The metrics of a model version by version of the test set. */
    public SortedMap<Integer, Map<String, Double>> of(ProjectId project, ModelName model, int version) {
        var found = new TreeMap<Integer, Map<String, Double>>();
        jdbc.sql("""
                SELECT test_set_version, metrics FROM test_scoring
                WHERE project = :project AND model = :model AND version = :version""")
                .param("project", project.value())
                .param("model", model.value())
                .param("version", version)
                .query(row -> {
                    found.put(row.getInt("test_set_version"), metrics.value(row.getString("metrics")));
                });
        return found;
    }
}
