package io.aifactory.lake.dataset;

import io.aifactory.contracts.access.Problem;

/** There is no such version. */
final class DatasetVersionNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    DatasetVersionNotFound(DatasetSearch search) {
        super(
                Kind.NOT_FOUND,
                "dataset-version-not-found",
                "%s %s has no %s %s of version %d in %s"
                        .formatted(
                                search.project(),
                                search.model(),
                                search.layer(),
                                search.dataset(),
                                search.version(),
                                search.environment()));
    }
}
