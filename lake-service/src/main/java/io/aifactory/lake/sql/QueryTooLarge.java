package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.engine.SqlNeedsTooMuch;

/** A query, or its answer, needs more memory than there is for it. */
final class QueryTooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    QueryTooLarge(SqlNeedsTooMuch cause) {
        super(Kind.INVALID, "query-too-large", cause.reason());
    }
}
