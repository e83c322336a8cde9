package io.aifactory.lake.query;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.lake.SqlFile;

/** There is no such query: the data is refined as it is, or there is no such model or dataset. */
final class QueryNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    private QueryNotFound(String detail) {
        super(Kind.NOT_FOUND, "query-not-found", detail);
    }

    /** Nobody has written it. */
    static QueryNotFound unwritten(SqlFile file) {
        return new QueryNotFound(
                "there is no query for %s: no %s; ./factory query set %s %s FILE%s --env %s lets one count"
                        .formatted(
                                purpose(file),
                                file.path(),
                                file.zone().project(),
                                file.zone().model(),
                                file.dataset() == null ? "" : " --dataset " + file.dataset(),
                                file.environment()));
    }

    /** Nobody can have written it. */
    static QueryNotFound ofUnknown(SqlFile file) {
        return new QueryNotFound("there is no query for %s: the settings of %s have no such %s"
                .formatted(
                        purpose(file), file.zone().project(), file.dataset() == null ? "model" : "model or dataset"));
    }

    private static String purpose(SqlFile file) {
        return "%s of %s in %s"
                .formatted(
                        file.dataset() == null ? "gold" : "silver of " + file.dataset(),
                        file.zone().model(),
                        file.environment());
    }
}
