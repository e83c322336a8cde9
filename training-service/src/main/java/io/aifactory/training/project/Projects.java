package io.aifactory.training.project;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.NotAllowed;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects that were announced, and what a caller may do with each. */
@Repository
public class Projects {

    private final JdbcClient jdbc;

    Projects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets pass whoever may see the project.
     *
     * @throws ProjectNotFound when there is no such project, or none that the caller may know of
     */
    public void requireVisible(Caller caller, ProjectId project) {
        caller.requireMember(project);
        if (!isKnown(project)) {
            throw new ProjectNotFound(project);
        }
    }

    /**
     * Lets pass the project's lead and members.
     *
     * @throws ProjectNotFound when there is no such project, or none that the caller may know of
     * @throws NotAllowed when the caller has another role only
     */
    public void requireWorking(Caller caller, ProjectId project) {
        requireVisible(caller, project);
        caller.requireRole(project, ProjectRole.MEMBER);
    }

    void keep(ProjectId project) {
        jdbc.sql("INSERT INTO project (project) VALUES (:project) ON CONFLICT DO NOTHING")
                .param("project", project.value())
                .update();
    }

    private boolean isKnown(ProjectId project) {
        return jdbc.sql("SELECT count(*) FROM project WHERE project = :project")
                        .param("project", project.value())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
