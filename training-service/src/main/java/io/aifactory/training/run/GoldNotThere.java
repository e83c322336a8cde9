package io.aifactory.training.run;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** The model has no gold data to learn from yet. */
final class GoldNotThere extends Problem {

    private static final long serialVersionUID = 1L;

    GoldNotThere(ProjectId project, ModelName model) {
        super(Kind.CONFLICT, "gold-not-there", "%s of %s has no gold data to learn from yet".formatted(model, project));
    }
}
