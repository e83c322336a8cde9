package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.access.Problem;

/** The endpoint has no such key, or it was revoked before. */
final class KeyNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    KeyNotFound(ScoringEndpoint endpoint, String keyId) {
        super(Kind.NOT_FOUND, "key-not-found", "%s has no key %s in use".formatted(endpoint, keyId));
    }
}
