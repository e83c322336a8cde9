package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProvisionedResource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was made for each environment, and which steps that took. */
@Repository
public class Inventory {

    private final JdbcClient database;

    Inventory(JdbcClient database) {
        this.database = database;
    }

    /** Returns what was made for an environment, by type and name. */
    public List<ProvisionedResource> of(ProjectId project, EnvironmentTier environment) {
        return database.sql("""
                        SELECT type, name, id FROM provisioned_resource
                        WHERE project = :project AND environment = :environment ORDER BY type, name
                        """)
                .param("project", project.value())
                .param("environment", environment.label())
                .query((row, number) ->
                        new ProvisionedResource(row.getString("type"), row.getString("name"), row.getString("id")))
                .list();
    }

    boolean hasTaken(ProjectEnvironment environment, ProvisioningStep step) {
        return stepStatement("""
                        SELECT count(*) FROM provisioning_step WHERE project = :project AND environment = :environment
                        AND revision = :revision AND step = :step
                        """, environment, step).query(Integer.class).single() > 0;
    }

    void record(ProjectEnvironment environment, ProvisioningStep step, List<ProvisionedResource> made, Instant at) {
        made.forEach(resource -> add(environment, resource));
        stepStatement("""
                        INSERT INTO provisioning_step (project, environment, revision, step, done_at)
                        VALUES (:project, :environment, :revision, :step, :at) ON CONFLICT DO NOTHING
                        """, environment, step)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void add(ProjectEnvironment environment, ProvisionedResource resource) {
        database.sql("""
                        INSERT INTO provisioned_resource (project, environment, type, name, id)
                        VALUES (:project, :environment, :type, :name, :id)
                        ON CONFLICT (project, environment, type, name) DO UPDATE SET id = excluded.id
                        """)
                .param("project", environment.project().value())
                .param("environment", environment.tier().label())
                .param("type", resource.type())
                .param("name", resource.name())
                .param("id", resource.id())
                .update();
    }

    private JdbcClient.StatementSpec stepStatement(String sql, ProjectEnvironment environment, ProvisioningStep step) {
        return database.sql(sql)
                .param("project", environment.project().value())
                .param("environment", environment.tier().label())
                .param("revision", environment.revision())
                .param("step", step.name());
    }
}
