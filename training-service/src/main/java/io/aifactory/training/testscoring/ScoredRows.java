package io.aifactory.training.testscoring;

import io.aifactory.contracts.events.MlType;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores of a model beside what is true. */
public final class ScoredRows {

    private final MlType mlType;
    private final MetricOf metrics;

    private ScoredRows(MlType mlType, MetricOf metrics) {
        this.mlType = mlType;
        this.metrics = metrics;
    }

    /** Scores of a regression: one number per row, and the actual numbers. */
    public static ScoredRows regression(double[][] scores, double[] actual) {
        requireRows(scores.length, actual.length);
        return new ScoredRows(MlType.REGRESSION, new RegressionMetrics(scores, actual)::of);
    }

    /** Scores of a classification: a probability per class and row, and the position of each row's true class. */
    public static ScoredRows classification(double[][] scores, int[] labels) {
        requireRows(scores.length, labels.length);
        return new ScoredRows(MlType.CLASSIFICATION, new ClassificationMetrics(scores, labels, scores[0].length)::of);
    }

    /** Scores of either type; for classification the actual values are positions of classes. */
    public static ScoredRows of(MlType mlType, double[][] scores, double[] actual) {
        return mlType == MlType.REGRESSION
                ? regression(scores, actual)
                : classification(
                        scores,
                        Arrays.stream(actual).mapToInt(label -> (int) label).toArray());
    }

    /** A metric's value; empty when it has none for these rows, such as the AUC of one class. */
    public OptionalDouble metric(Metric metric) {
        return metrics.of(metric);
    }

    /** All metrics that have a value, by label. */
    public SortedMap<String, Double> metrics() {
        var values = new TreeMap<String, Double>();
        for (var metric : Metric.of(mlType)) {
            metric(metric).ifPresent(value -> values.put(metric.label(), value));
        }
        return values;
    }

    /** The formula of a metric over some rows. */
    private interface MetricOf {
        OptionalDouble of(Metric metric);
    }

    private static void requireRows(int scores, int truths) {
        if (scores == 0 || scores != truths) {
            throw new IllegalArgumentException("There are %d scores for %d rows".formatted(scores, truths));
        }
    }
}
