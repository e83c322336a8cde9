package io.aifactory.lake.layout;

import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which roles somebody holds in each project. Who does is the directory's to know: rights are given to groups. */
@Repository
class ProjectRoles {

    private static final int NO_FURTHER_CHANGE = Integer.MAX_VALUE;

    private final JdbcClient database;

    ProjectRoles(JdbcClient database) {
        this.database = database;
    }

    Set<ProjectRole> of(ProjectId project) {
        return database.sql("SELECT roles FROM project_membership WHERE project = :project")
                .param("project", project.value())
                .query((row, number) -> roles(row.getArray(1)))
                .optional()
                .orElse(Set.of());
    }

    void keep(MembersChanged changed) {
        List<String> roles = changed.members().stream()
                .map(Member::role)
                .map(ProjectRole::label)
                .distinct()
                .toList();
        keep(changed.project(), changed.revision(), roles);
    }

    /** Forgets everybody, for good. */
    void close(ProjectId project) {
        keep(project, NO_FURTHER_CHANGE, List.of());
    }

    private void keep(ProjectId project, int revision, List<String> roles) {
        database.sql("""
                        INSERT INTO project_membership (project, revision, roles) VALUES (:project, :revision, :roles)
                        ON CONFLICT (project) DO UPDATE SET revision = excluded.revision, roles = excluded.roles
                        WHERE project_membership.revision < excluded.revision""")
                .param("project", project.value())
                .param("revision", revision)
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    private static Set<ProjectRole> roles(Array labels) throws SQLException {
        return Arrays.stream((String[]) labels.getArray())
                .map(ProjectRole::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
