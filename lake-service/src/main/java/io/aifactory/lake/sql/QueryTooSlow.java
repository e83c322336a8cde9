package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.engine.SqlTakesTooLong;

/** A query took longer than people may wait. */
final class QueryTooSlow extends Problem {

    private static final long serialVersionUID = 1L;

    QueryTooSlow(SqlTakesTooLong cause) {
        super(Kind.INVALID, "query-too-slow", cause.reason());
    }
}
