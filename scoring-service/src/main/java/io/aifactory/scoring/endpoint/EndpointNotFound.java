package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.access.Problem;

/** No version of the model was ever promoted to the environment, so there is nothing to call. */
final class EndpointNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    EndpointNotFound(ScoringEndpoint endpoint) {
        super(
                Kind.NOT_FOUND,
                "endpoint-not-found",
                "%s has no endpoint for %s in %s: no version was promoted there"
                        .formatted(endpoint.project(), endpoint.model(), endpoint.environment()));
    }
}
