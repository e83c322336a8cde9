package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Problem;

/** The text names no dataset that can be shared. */
final class InvalidSource extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidSource(String text, String reason) {
        super(
                Kind.MALFORMED,
                "invalid-source",
                "'%s' is no dataset to share: %s; write master/{parent}/{dataset} or projects/{project}/{model}/{dataset}"
                        .formatted(text, reason));
    }
}
