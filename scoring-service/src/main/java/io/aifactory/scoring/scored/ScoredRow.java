package io.aifactory.scoring.scored;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ScoringKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row with its score, found again.
 *
 * @param scoringId the request or batch it was scored with
 * @param kind online or batch
 * @param caller who asked
 * @param model the model
 * @param version the model version that scored
 * @param environment the environment
 * @param scoredAt when
 * @param prediction the number or class predicted
 * @param probability one probability per class; absent for a regression
 * @param row what it was predicted from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoredRow(
        String scoringId,
        ScoringKind kind,
        String caller,
        ModelName model,
        int version,
        EnvironmentTier environment,
        Instant scoredAt,
        Object prediction,
        @Nullable List<Double> probability,
        Map<String, @Nullable Object> row) {}
