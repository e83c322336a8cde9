package io.aifactory.lake.layout;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.ProjectNotFound;
import io.aifactory.contracts.events.ProjectId;
import org.springframework.stereotype.Component;

/** Lets people see the projects they belong to. */
@Component
public class KnownProjects {

    private final ProjectEnvironments environments;

    KnownProjects(ProjectEnvironments environments) {
        this.environments = environments;
    }

    /**
     * Lets pass whoever may see the project.
     *
     * @throws ProjectNotFound for anybody else, and if there is no such project
     */
    public void require(Caller caller, ProjectId project) {
        caller.requireMember(project);
        if (environments.of(project).isEmpty()) {
            throw new ProjectNotFound(project);
        }
    }
}
