package io.aifactory.training.model;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** The model has no such version. */
final class ModelVersionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ModelVersionNotFound(ProjectId project, ModelName model, int version) {
        super(
                Kind.NOT_FOUND,
                "model-version-not-found",
                "%s of %s has no version %d".formatted(model, project, version));
    }
}
