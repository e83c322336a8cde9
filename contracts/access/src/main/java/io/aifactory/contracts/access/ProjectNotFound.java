package io.aifactory.contracts.access;

import io.aifactory.contracts.events.ProjectId;

/** There is no such project, or none that the caller may know of. */
public final class ProjectNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    public ProjectNotFound(ProjectId project) {
        super(Kind.NOT_FOUND, "project-not-found", "there is no project %s".formatted(project));
    }
}
