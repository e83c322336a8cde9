package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;

/** The request bears no key that opens this endpoint. */
final class WrongEndpointKey extends Problem {

    private static final long serialVersionUID = 1L;

    WrongEndpointKey() {
        super(
                Kind.UNAUTHENTICATED,
                "wrong-endpoint-key",
                "the Authorization header bears no key that opens this endpoint");
    }
}
