package io.aifactory.scoring.scored;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ScoringKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which scores are looked for. What is absent does not restrict.
 *
 * @param project the project
 * @param model the model
 * @param environment the environment
 * @param kind online or batch
 * @param caller who asked
 * @param version the model version that scored
 * @param from the earliest time of scoring
 * @param to the time of scoring to stay before
 * @param scoringId the request or batch
 */
record ScoredFilter(
        ProjectId project,
        @Nullable ModelName model,
        @Nullable EnvironmentTier environment,
        @Nullable ScoringKind kind,
        @Nullable CallerId caller,
        @Nullable Integer version,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable ScoringId scoringId) {

    /** Restricts rows that bear an endpoint, a version and a caller. */
    static final String CONDITIONS = """
            project = :project
            and (cast(:model as text) is null or model = :model)
            and (cast(:environment as text) is null or environment = :environment)
            and (cast(:caller as text) is null or caller = :caller)
            and (cast(:version as int) is null or version = :version)
            """;

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("project", project.value());
        parameters.put("model", model == null ? null : model.value());
        parameters.put("environment", environment == null ? null : environment.label());
        parameters.put("kind", kind == null ? null : kind.label());
        parameters.put("caller", caller == null ? null : caller.value());
        parameters.put("version", version);
        parameters.put("from", from == null ? null : from.atOffset(UTC));
        parameters.put("to", to == null ? null : to.atOffset(UTC));
        parameters.put("scoringId", scoringId == null ? null : scoringId.value());
        parameters.put(
                "idTime",
                scoringId == null
                        ? null
                        : scoringId.time().map(time -> time.atOffset(UTC)).orElse(null));
        return parameters;
    }

    /** Returns whether rows scored at this time are looked for. */
    boolean includes(Instant scoredAt) {
        return (from == null || !scoredAt.isBefore(from)) && (to == null || scoredAt.isBefore(to));
    }
}
