package io.aifactory.training.automl;

import io.aifactory.contracts.events.MlType;
import io.aifactory.training.testscoring.Metric;
import java.time.Duration;
import java.util.Set;

/**
 * How a search is done.
 *
 * @param mlType what the model predicts
 * @param label the column it predicts
 * @param leftOut columns that are no features, such as keys
 * @param metric what the search improves
 * @param folds folds of the cross-validation, 2 to 20
 * @param seed makes the search repeatable
 * @param timeBudget after which no further candidate is started
 * @param threads threads a library may use
 */
public record SearchSettings(
        MlType mlType,
        String label,
        Set<String> leftOut,
        Metric metric,
        int folds,
        long seed,
        Duration timeBudget,
        int threads) {

    public SearchSettings {
        leftOut = Set.copyOf(leftOut);
        if (metric.mlType() != mlType) {
            throw new IllegalArgumentException("Metric %s is not one for %s".formatted(metric, mlType));
        }
        if (folds < 2 || folds > 20) {
            throw new IllegalArgumentException("Folds are 2 to 20, not " + folds);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("A library needs one thread or more, not " + threads);
        }
    }
}
