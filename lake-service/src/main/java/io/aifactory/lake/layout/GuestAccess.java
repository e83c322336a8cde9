package io.aifactory.lake.layout;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.MasterTable;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens single files and tables to the leads and members of other projects, and closes them again. What is gone needs no
 * rights.
 */
@Component
public class GuestAccess {

    private static final Logger LOG = LoggerFactory.getLogger(GuestAccess.class);

    private final Lakes lakes;
    private final ProjectRoles roles;

    GuestAccess(Lakes lakes, ProjectRoles roles) {
        this.lakes = lakes;
        this.roles = roles;
    }

    /** Lets the given projects, beside its own, and nobody else read a file from now on. */
    public void give(EnvironmentPath file, Collection<ProjectId> guests) {
        set(
                lakes.of(file.environment()),
                file,
                AccessRules.shared(file.project(), roles.of(file.project()), groupsOf(guests)));
    }

    /** Lets the given projects, beside the core team, and nobody else read a table of master from now on. */
    public void give(EnvironmentTier environment, MasterTable table, Collection<ProjectId> guests) {
        set(lakes.of(environment), table.folder(), AccessRules.masterTable(groupsOf(guests)));
    }

    private static void set(LakeStorage storage, LakePath path, AccessList access) {
        try {
            storage.setAccess(path, access);
        } catch (LakeFileNotFound gone) {
            LOG.debug("nobody is given rights: {}", gone.getMessage());
        }
    }

    /** Returns the groups whose people work with data in the projects: of those roles that somebody holds. */
    List<String> groupsOf(Collection<ProjectId> projects) {
        return projects.stream()
                .flatMap(project -> roles.of(project).stream()
                        .filter(role -> role != ProjectRole.APPROVER)
                        .map(role -> Caller.groupOf(project, role)))
                .sorted()
                .toList();
    }
}
