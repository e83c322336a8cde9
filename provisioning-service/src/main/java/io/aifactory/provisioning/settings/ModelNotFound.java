package io.aifactory.provisioning.settings;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** The project has no such model. */
final class ModelNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ModelNotFound(ProjectId project, ModelName model) {
        super(Kind.NOT_FOUND, "model-not-found", "%s has no model %s".formatted(project, model));
    }
}
