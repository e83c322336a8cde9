package io.aifactory.training.model;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which version of a model is the champion of which environment, as announced. */
@Repository
public class Champions {

    private final JdbcClient jdbc;

    Champions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the champion unless a later one is known. */
    void keep(ProjectId project, ModelName model, EnvironmentTier environment, int version, Instant since) {
        jdbc.sql("""
                INSERT INTO champion (project, model, environment, version, since)
                VALUES (:project, :model, :environment, :version, :since)
                ON CONFLICT (project, model, environment) DO UPDATE
                SET version = excluded.version, since = excluded.since WHERE champion.since <= excluded.since""")
                .param("project", project.value())
                .param("model", model.value())
                .param("environment", environment.label())
                .param("version", version)
                .param("since", since.atOffset(UTC))
                .update();
    }

    /** The champions of a model by environment. */
    public Map<EnvironmentTier, Integer> of(ProjectId project, ModelName model) {
        var champions = new EnumMap<EnvironmentTier, Integer>(EnvironmentTier.class);
        jdbc.sql("SELECT environment, version FROM champion WHERE project = :project AND model = :model")
                .param("project", project.value())
                .param("model", model.value())
                .query(row -> {
                    champions.put(EnvironmentTier.of(row.getString("environment")), row.getInt("version"));
                });
        return champions;
    }
}
