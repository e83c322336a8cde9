package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ProjectId;

/** The subscriber has no such dataset to feed. */
final class TargetNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    TargetNotFound(ProjectId project, Subscription.Target into) {
        super(
                Kind.INVALID,
                "target-not-found",
                "%s has no model %s with a dataset %s; configure it first"
                        .formatted(project, into.model(), into.dataset()));
    }
}
