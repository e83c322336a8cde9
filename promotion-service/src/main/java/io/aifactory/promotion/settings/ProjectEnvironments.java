package io.aifactory.promotion.settings;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The environments that each project has. */
@Repository
public class ProjectEnvironments {

    private final JdbcClient database;

    ProjectEnvironments(JdbcClient database) {
        this.database = database;
    }

    /** Returns the project's environments; empty if there is no such project, or nothing of it is ready. */
    public Set<EnvironmentTier> of(ProjectId project) {
        return database
                .sql("SELECT environment FROM project_environment WHERE project = :project")
                .param("project", project.value())
                .query(String.class)
                .list()
                .stream()
                .map(EnvironmentTier::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(ProjectId project, EnvironmentTier environment) {
        database.sql("""
                        INSERT INTO project_environment (project, environment) VALUES (:project, :environment)
                        ON CONFLICT DO NOTHING
                        """)
                .param("project", project.value())
                .param("environment", environment.label())
                .update();
    }
}
