package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;

/** The request is larger than one request may be. */
final class RequestTooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    RequestTooLarge(String reason) {
        super(Kind.MALFORMED, "request-too-large", reason);
    }
}
