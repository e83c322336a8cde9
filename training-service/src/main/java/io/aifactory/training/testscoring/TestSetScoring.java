package io.aifactory.training.testscoring;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.Scorer;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.ModelRows;
import io.aifactory.training.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Scores a model on a test set with the very scorer that serves online, and measures it. Rows without a label are left
 * out. A class that the model doesn't know counts as one it gives no probability.
 */
public final class TestSetScoring {

    /** How far outside 0 to 1 the rounding of an engine may bring a probability. */
    private static final double BEYOND = 1e-6;
    /** How far from 1 it may bring the sum of a row's. */
    private static final double OFF_ONE = 1e-3;

    private TestSetScoring() {}

    /**
     * The model's metrics on the test set, by label.
     *
     * @throws TestScoringFailed when the test set lacks the label or a feature, has no labelled row, or the model gives
     *     scores that are no numbers, or for classification no probabilities
     */
    public static SortedMap<String, Double> score(ModelArtifact artifact, Table testSet) {
        try (var scorer = artifact.openScorer()) {
            return score(artifact.schema(), scorer, testSet);
        }
    }

    private static SortedMap<String, Double> score(FeatureSchema schema, Scorer scorer, Table testSet) {
        var label = label(schema, testSet);
        var labelled = IntStream.range(0, testSet.rowCount())
                .filter(row -> label.text(row) != null)
                .toArray();
        if (labelled.length == 0) {
            throw new TestScoringFailed("The test set has no row with a label");
        }
        var scores = scorer.scoreAll(ModelRows.encode(schema, testSet, labelled));
        requireNumbers(scores);
        return schema.mlType() == MlType.REGRESSION
                ? ScoredRows.regression(scores, numbers(label, labelled)).metrics()
                : classification(schema, scores, label, labelled);
    }

    private static SortedMap<String, Double> classification(
            FeatureSchema schema, double[][] scores, Column label, int[] rows) {
        requireProbabilities(scores);
        var classes = new ArrayList<>(schema.classes());
        var labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            var name = String.valueOf(label.text(rows[i]));
            if (!classes.contains(name)) {
                classes.add(name);
            }
            labels[i] = classes.indexOf(name);
        }
        return ScoredRows.classification(widened(scores, classes.size()), labels)
                .metrics();
    }

    private static double[][] widened(double[][] scores, int classes) {
        return Arrays.stream(scores).map(score -> Arrays.copyOf(score, classes)).toArray(double[][]::new);
    }

    private static Column label(FeatureSchema schema, Table testSet) {
        var names = testSet.columnNames();
        var missing = new ArrayList<String>();
        schema.features().stream()
                .map(feature -> feature.name())
                .filter(name -> !names.contains(name))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new TestScoringFailed("The test set lacks features %s of the model".formatted(missing));
        }
        return testSet.column(schema.label())
                .orElseThrow(
                        () -> new TestScoringFailed("The test set lacks the label '%s'".formatted(schema.label())));
    }

    private static double[] numbers(Column label, int[] rows) {
        if (label instanceof Column.Numbers numbers) {
            return Arrays.stream(rows).mapToDouble(row -> numbers.values()[row]).toArray();
        }
        throw new TestScoringFailed("Label '%s' of the test set is no number".formatted(label.name()));
    }

    private static void requireNumbers(double[][] scores) {
        long bad = Arrays.stream(scores)
                .filter(score -> !Arrays.stream(score).allMatch(Double::isFinite))
                .count();
        if (bad > 0) {
            throw new TestScoringFailed(
                    "The model gives no number for %d of %d rows of the test set".formatted(bad, scores.length));
        }
    }

    private static void requireProbabilities(double[][] scores) {
        long bad = Arrays.stream(scores).filter(score -> !isDistribution(score)).count();
        if (bad > 0) {
            throw new TestScoringFailed(
                    ("The model gives scores that are no probabilities, each of 0 to 1 and 1 together,"
                                    + " for %d of %d rows of the test set")
                            .formatted(bad, scores.length));
        }
    }

    private static boolean isDistribution(double[] score) {
        return Arrays.stream(score).allMatch(value -> value >= -BEYOND && value <= 1 + BEYOND)
                && Math.abs(Arrays.stream(score).sum() - 1) <= OFF_ONE;
    }
}
