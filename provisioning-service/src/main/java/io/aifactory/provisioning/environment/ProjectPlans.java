package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectOrdered;
import io.aifactory.provisioning.member.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be made for each project as a whole. */
@Repository
class ProjectPlans {

    private final JdbcClient database;
    private final Members members;

    ProjectPlans(JdbcClient database, Members members) {
        this.database = database;
        this.members = members;
    }

    void add(ProjectOrdered ordered) {
        database.sql("""
                        INSERT INTO project_provisioning (project, display_name, cost_center)
                        VALUES (:project, :displayName, :costCenter)
                        """)
                .param("project", ordered.project().value())
                .param("displayName", ordered.displayName())
                .param("costCenter", ordered.costCenter())
                .update();
    }

    /** Returns the project's name for people. Whoever asks is the only one to begin or end an environment of the project until the transaction is over. */
    String lock(ProjectId project) {
        return database.sql("SELECT display_name FROM project_provisioning WHERE project = :project FOR UPDATE")
                .param("project", project.value())
                .query(String.class)
                .single();
    }

    EnvironmentPlan planOf(ProjectId project, EnvironmentTier environment) {
        return database.sql("SELECT display_name, cost_center FROM project_provisioning WHERE project = :project")
                .param("project", project.value())
                .query((row, number) -> new EnvironmentPlan(
                        project,
                        environment,
                        row.getString("display_name"),
                        row.getString("cost_center"),
                        members.of(project)))
                .single();
    }
}
