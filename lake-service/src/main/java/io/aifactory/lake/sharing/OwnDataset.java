package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** What belongs to a project can't be shared with it. */
final class OwnDataset extends Problem {

    private static final long serialVersionUID = 1L;

    OwnDataset(SharedSource source) {
        super(
                Kind.INVALID,
                "own-dataset",
                "%s is the project's own, which it may read anyway".formatted(source.text()));
    }
}
