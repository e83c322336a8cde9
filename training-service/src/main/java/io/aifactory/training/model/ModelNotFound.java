package io.aifactory.training.model;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** The project has no such model. */
public final class ModelNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    public ModelNotFound(ProjectId project, ModelName model) {
        super(Kind.NOT_FOUND, "model-not-found", "%s has no model %s".formatted(project, model));
    }
}
