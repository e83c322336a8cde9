package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Problem;

/** As many queries are being answered as the service can do at a time. */
final class TooManyQueries extends Problem {

    private static final long serialVersionUID = 1L;

    TooManyQueries() {
        super(Kind.UNAVAILABLE, "too-many-queries", "other queries are being answered just now; ask again in a moment");
    }
}
