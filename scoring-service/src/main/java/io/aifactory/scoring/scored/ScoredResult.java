package io.aifactory.scoring.scored;

import java.time.Instant;

/**
 * What came of a scoring.
 *
 * @param rows how many rows were scored
 * @param firstScoredAt when the first of them was scored
 * @param lastScoredAt when the last of them was scored
 * @param completedAt when all of them lay in the lake
 */
public record ScoredResult(long rows, Instant firstScoredAt, Instant lastScoredAt, Instant completedAt) {}
