package io.aifactory.contracts.events;

import java.util.Map;

/**
 * How a model version did on a test set.
 *
 * @param modelVersion the model version
 * @param metrics metric name to value
 */
public record TestScoring(@AtLeast(1) int modelVersion, Map<String, Double> metrics) {

    public TestScoring {
        metrics = Map.copyOf(metrics);
    }
}
