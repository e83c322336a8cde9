package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;

/** The body is not what a scoring request looks like. */
final class UnreadableBody extends Problem {

    private static final long serialVersionUID = 1L;

    UnreadableBody(String reason) {
        super(Kind.MALFORMED, "invalid-request", reason);
    }
}
