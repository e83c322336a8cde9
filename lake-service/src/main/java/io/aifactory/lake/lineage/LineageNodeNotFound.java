package io.aifactory.lake.lineage;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ProjectId;

/** Nothing of that name was handed in, made or scored in the project, as far as is known. */
final class LineageNodeNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    LineageNodeNotFound(ProjectId project, NodeQuery query) {
        super(
                Kind.NOT_FOUND,
                "lineage-node-not-found",
                "%s has nothing called %s that took part in anything; a file has lineage once it was refined or turned away"
                        .formatted(project, query.name()));
    }
}
