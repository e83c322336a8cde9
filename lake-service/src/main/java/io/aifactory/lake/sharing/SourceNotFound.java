package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** There is no such dataset, or none that the caller may know of. */
final class SourceNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    SourceNotFound(SharedSource source) {
        super(Kind.NOT_FOUND, "source-not-found", "there is no dataset %s".formatted(source.text()));
    }
}
