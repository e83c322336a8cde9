package io.aifactory.promotion.comparison;

import java.util.Map;

/**
 * How a model version did on a test set.
 *
 * @param version the model version
 * @param testSet the test set
 * @param metrics metric name to value
 */
public record Scoring(int version, TestSet testSet, Map<String, Double> metrics) {

    public Scoring {
        metrics = Map.copyOf(metrics);
    }
}
