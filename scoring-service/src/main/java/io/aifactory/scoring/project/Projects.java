package io.aifactory.scoring.project;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.NotAllowed;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects that have been announced, and what a caller may do with each. */
@Repository
public class Projects {

    private final JdbcClient jdbc;

    Projects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets pass whoever may see the project.
     *
     * @throws ProjectNotFound if there is no such project, or none that the caller may know of
     */
    public void requireVisible(Caller caller, ProjectId project) {
        caller.requireMember(project);
        if (!isKnown(project)) {
            throw new ProjectNotFound(project);
        }
    }

    /**
     * Lets pass the project's lead and members and the core team.
     *
     * @throws ProjectNotFound if there is no such project, or none that the caller may know of
     * @throws NotAllowed if the caller has another role only
     */
    public void requireWorking(Caller caller, ProjectId project) {
        requireVisible(caller, project);
        if (!caller.coreTeam() && !caller.has(project, ProjectRole.MEMBER)) {
            throw new NotAllowed("%s is neither lead nor member of %s".formatted(caller.person(), project));
        }
    }

    void add(ProjectId project) {
        jdbc.sql("insert into project (project) values (:project) on conflict do nothing")
                .param("project", project.value())
                .update();
    }

    void decommission(ProjectId project, Instant at) {
        jdbc.sql("""
                insert into project (project, decommissioned_at) values (:project, :at)
                on conflict (project) do update set decommissioned_at = excluded.decommissioned_at""")
                .param("project", project.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isKnown(ProjectId project) {
        return jdbc.sql("select count(*) from project where project = :project")
                        .param("project", project.value())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
