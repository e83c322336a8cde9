package io.aifactory.lake.catalogue;

import io.aifactory.contracts.access.Problem;

/** As many versions are being compared as the service can do at a time. */
final class TooManyDiffs extends Problem {

    private static final long serialVersionUID = 1L;

    TooManyDiffs() {
        super(Kind.UNAVAILABLE, "too-many-diffs", "other versions are being compared just now; ask again in a moment");
    }
}
