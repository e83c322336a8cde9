package io.aifactory.lake.query;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.engine.TableRefused;

/** A query that can't be run, or not with the rules there are. */
public final class InvalidQuery extends Problem {

    private static final long serialVersionUID = 1L;

    public InvalidQuery(TableRefused cause) {
        super(Kind.INVALID, "invalid-sql", cause.reason());
    }
}
