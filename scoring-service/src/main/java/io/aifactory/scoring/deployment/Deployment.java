package io.aifactory.scoring.deployment;

import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;

/**
 * One promotion on its way to an endpoint.
 *
 * @param endpoint the endpoint
 * @param promotionId the promotion or rollback it follows
 * @param version the model version
 * @param artifact its artifact, in the endpoint's environment
 * @param promotedAt when it was promoted: of two deployments the one promoted later counts
 * @param state how far it is
 */
record Deployment(
        ScoringEndpoint endpoint,
        String promotionId,
        int version,
        ModelArtifactReference artifact,
        Instant promotedAt,
        DeploymentState state) {

    /** Returns a deployment that has just been asked for. */
    static Deployment of(
            ScoringEndpoint endpoint,
            String promotionId,
            int version,
            ModelArtifactReference artifact,
            Instant promotedAt) {
        return new Deployment(endpoint, promotionId, version, artifact, promotedAt, DeploymentState.CREATING);
    }

    /** Returns what tells it from all others. */
    String id() {
        return endpoint + "/" + promotionId;
    }
}
