package io.aifactory.promotion.comparison;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a comparison is decided on.
 *
 * @param model the model
 * @param mlType what its settings say it learns
 * @param weights the metrics that count, all of which have to pass
 * @param target the environment whose champion is challenged
 * @param challenger the version that wants to go there
 * @param champion the version that is there; absent if none is
 * @param challengerScorings all known scorings of the challenger
 * @param championScorings all known scorings of the champion
 */
public record Contest(
        ModelName model,
        MlType mlType,
        List<MetricWeight> weights,
        EnvironmentTier target,
        int challenger,
        @Nullable Integer champion,
        List<Scoring> challengerScorings,
        List<Scoring> championScorings) {

    public Contest {
        weights = List.copyOf(weights);
        challengerScorings = List.copyOf(challengerScorings);
        championScorings = List.copyOf(championScorings);
    }
}
