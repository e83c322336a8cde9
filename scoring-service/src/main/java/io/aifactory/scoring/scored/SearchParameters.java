package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ScoringKind;
import org.jspecify.annotations.Nullable;

/**
 * What a search says in its address.
 *
 * @param model the model
 * @param environment the environment
 * @param kind online or batch
 * @param caller who asked
 * @param version the model version
 * @param from the first day or time
 * @param to the last day, or the time to stay before
 * @param scoringId the request or batch
 * @param limit how many rows at most
 */
record SearchParameters(
        @Nullable ModelName model,
        @Nullable EnvironmentTier environment,
        @Nullable ScoringKind kind,
        @Nullable CallerId caller,
        @Nullable Integer version,
        @Nullable String from,
        @Nullable String to,
        @Nullable ScoringId scoringId,
        @Nullable Integer limit) {

    ScoredFilter in(ProjectId project) {
        return new ScoredFilter(
                project, model, environment, kind, caller, version, TimeText.from(from), TimeText.to(to), scoringId);
    }

    int limit(ScoredProperties properties) {
        int rows = limit == null ? properties.defaultLimit() : limit;
        if (rows < 1 || rows > properties.highestLimit()) {
            throw new InvalidSearch("limit is not 1 to %d: %d".formatted(properties.highestLimit(), rows));
        }
        return rows;
    }
}
