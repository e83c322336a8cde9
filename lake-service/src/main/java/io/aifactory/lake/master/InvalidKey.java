package io.aifactory.lake.master;

import io.aifactory.contracts.access.Problem;

/** The text is no name a column of the lake can have. */
final class InvalidKey extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidKey(String key) {
        super(
                Kind.MALFORMED,
                "invalid-key",
                "'%s' has no letter or digit, so no column is called like it".formatted(key));
    }
}
