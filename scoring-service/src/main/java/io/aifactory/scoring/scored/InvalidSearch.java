package io.aifactory.scoring.scored;

import io.aifactory.contracts.access.Problem;

/** A search that can't be understood. */
final class InvalidSearch extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidSearch(String reason) {
        super(Kind.MALFORMED, "invalid-search", reason);
    }
}
