package io.aifactory.lake.query;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.lake.SqlFile;

/** There is no such query: the data is refined as it is, or there is no such model or dataset. */
final class QueryNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    QueryNotFound(SqlFile file) {
        super(Kind.NOT_FOUND, "query-not-found", "there is no %s in %s".formatted(file.path(), file.environment()));
    }
}
