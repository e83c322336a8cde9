package io.aifactory.scoring.scored;

import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;

/**
 * An answered request on its way to the lake.
 *
 * @param scoringId its id
 * @param endpoint the endpoint
 * @param version the model version
 * @param caller who asked
 * @param scoredAt when
 * @param rows the rows as they came: a JSON array of objects
 * @param scores one score per row
 */
record PendingRequest(
        ScoringId scoringId,
        ScoringEndpoint endpoint,
        int version,
        CallerId caller,
        Instant scoredAt,
        byte[] rows,
        double[][] scores) {}
