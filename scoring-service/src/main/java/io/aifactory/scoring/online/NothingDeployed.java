package io.aifactory.scoring.online;

import io.aifactory.contracts.access.Problem;
import io.aifactory.scoring.endpoint.ScoringEndpoint;

/** The endpoint is there, but no model answers on it yet. */
final class NothingDeployed extends Problem {

    private static final long serialVersionUID = 1L;

    NothingDeployed(ScoringEndpoint endpoint) {
        super(Kind.UNAVAILABLE, "nothing-deployed", "nothing is deployed to %s yet".formatted(endpoint));
    }
}
