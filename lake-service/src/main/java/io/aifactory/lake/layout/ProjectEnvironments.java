package io.aifactory.lake.layout;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which environments each project has. */
@Repository
public class ProjectEnvironments {

    private final JdbcClient database;

    ProjectEnvironments(JdbcClient database) {
        this.database = database;
    }

    /** Returns the environments of a project; empty if there is no such project. */
    public List<EnvironmentTier> of(ProjectId project) {
        return database
                .sql("SELECT environment FROM environment WHERE project = :project ORDER BY environment")
                .param("project", project.value())
                .query(String.class)
                .list()
                .stream()
                .map(EnvironmentTier::of)
                .toList();
    }

    void add(EnvironmentProvisioned provisioned) {
        database.sql("""
                        INSERT INTO environment (project, environment, provisioned_at) VALUES (:project, :environment, :at)
                        ON CONFLICT (project, environment) DO UPDATE SET provisioned_at = excluded.provisioned_at""")
                .param("project", provisioned.project().value())
                .param("environment", provisioned.environment().label())
                .param("at", provisioned.provisionedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
