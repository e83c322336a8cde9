package io.aifactory.lake.query;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.engine.InvalidSql;

/** A query that can't be run. */
public final class InvalidQuery extends Problem {

    private static final long serialVersionUID = 1L;

    public InvalidQuery(InvalidSql cause) {
        super(Kind.INVALID, "invalid-sql", String.valueOf(cause.getMessage()));
    }
}
