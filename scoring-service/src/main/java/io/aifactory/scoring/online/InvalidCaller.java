package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;

/** The request does not say who asks. */
final class InvalidCaller extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidCaller(String reason) {
        super(Kind.MALFORMED, "invalid-caller", reason);
    }
}
