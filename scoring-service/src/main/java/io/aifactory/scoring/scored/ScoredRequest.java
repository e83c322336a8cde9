package io.aifactory.scoring.scored;

import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;

/**
 * An online request and its scores.
 *
 * @param scoringId its id
 * @param endpoint the endpoint
 * @param version the model version that scored
 * @param caller who asked
 * @param scoredAt when, to the millisecond
 * @param shape what the rows look like
 * @param rows the rows as they came: a JSON array of objects
 * @param scores one score per row
 */
public record ScoredRequest(
        ScoringId scoringId,
        ScoringEndpoint endpoint,
        int version,
        CallerId caller,
        Instant scoredAt,
        ScoredShape shape,
        byte[] rows,
        double[][] scores) {}
