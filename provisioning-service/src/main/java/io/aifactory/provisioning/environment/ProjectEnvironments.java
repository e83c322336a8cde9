package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The environments of all projects. */
@Repository
public class ProjectEnvironments {

    private final JdbcClient database;

    ProjectEnvironments(JdbcClient database) {
        this.database = database;
    }

    /** Returns the environments of a project, from dev to prod; empty until they are started. */
    public List<ProjectEnvironment> of(ProjectId project) {
        return database
                .sql("SELECT * FROM project_environment WHERE project = :project")
                .param("project", project.value())
                .query(ProjectEnvironments::environment)
                .list()
                .stream()
                .sorted(Comparator.comparing(ProjectEnvironment::tier))
                .toList();
    }

    ProjectEnvironment get(ProjectId project, EnvironmentTier tier) {
        return database.sql("SELECT * FROM project_environment WHERE project = :project AND environment = :environment")
                .param("project", project.value())
                .param("environment", tier.label())
                .query(ProjectEnvironments::environment)
                .single();
    }

    void add(ProjectEnvironment environment) {
        database.sql("""
                        INSERT INTO project_environment (project, environment, revision, state)
                        VALUES (:project, :environment, :revision, :state)
                        """)
                .param("project", environment.project().value())
                .param("environment", environment.tier().label())
                .param("revision", environment.revision())
                .param("state", environment.state().name())
                .update();
    }

    void update(ProjectEnvironment environment) {
        Instant at = environment.provisionedAt();
        database.sql("""
                        UPDATE project_environment SET state = :state, failure = :failure, provisioned_at = :at
                        WHERE project = :project AND environment = :environment
                        """)
                .param("state", environment.state().name())
                .param("failure", environment.failure())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("project", environment.project().value())
                .param("environment", environment.tier().label())
                .update();
    }

    private static ProjectEnvironment environment(ResultSet row, int number) throws SQLException {
        OffsetDateTime provisionedAt = row.getObject("provisioned_at", OffsetDateTime.class);
        return new ProjectEnvironment(
                new ProjectId(row.getString("project")),
                EnvironmentTier.of(row.getString("environment")),
                row.getInt("revision"),
                ProvisioningState.valueOf(row.getString("state")),
                row.getString("failure"),
                provisionedAt == null ? null : provisionedAt.toInstant());
    }
}
