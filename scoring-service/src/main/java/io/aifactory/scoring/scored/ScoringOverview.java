package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ScoringKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scoring as people see it.
 *
 * @param scoringId its id
 * @param kind online or batch
 * @param environment the environment
 * @param model the model
 * @param version the model version; absent while it is not decided
 * @param callers who asked
 * @param state how far it is
 * @param reason why it waits or failed
 * @param rows how many rows were scored
 * @param path where they lie in the environment's lake
 * @param askedAt when it was asked for
 * @param completedAt when all rows lay there
 */
record ScoringOverview(
        String scoringId,
        ScoringKind kind,
        EnvironmentTier environment,
        ModelName model,
        @Nullable Integer version,
        List<String> callers,
        ScoringState state,
        @Nullable String reason,
        @Nullable Long rows,
        @Nullable String path,
        Instant askedAt,
        @Nullable Instant completedAt) {

    static ScoringOverview of(Scoring scoring) {
        var path = scoring.path();
        var result = scoring.result();
        return new ScoringOverview(
                scoring.scoringId().value(),
                scoring.kind(),
                scoring.endpoint().environment(),
                scoring.endpoint().model(),
                scoring.version(),
                List.of(scoring.caller().value()),
                scoring.state(),
                scoring.reason(),
                result == null ? null : result.rows(),
                path == null ? null : path.path(),
                scoring.askedAt(),
                result == null ? null : result.completedAt());
    }
}
