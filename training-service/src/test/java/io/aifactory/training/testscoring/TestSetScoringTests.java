package io.aifactory.training.testscoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestSetScoringTests {

    private static final List<Feature> FEATURES = List.of(Feature.numeric("x"));

    @Test
    void measuresRowsThatHaveLabel() {
        var table = table(new Column.Numbers("y", 1, Double.NaN, 3, 4));

        var metrics = TestSetScoring.score(stepTo(1, 4), table);

        assertThat(metrics.get("mae")).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void countsClassTheModelDoesNotKnowAsWrong() {
        var table = table(new Column.Texts("y", "no", "no", "yes", "perhaps"));

        var metrics = TestSetScoring.score(classifier(), table);

        assertThat(metrics.get("accuracy")).isEqualTo(0.75);
        assertThat(metrics.get("log_loss")).isGreaterThan(8);
    }

    @Test
    void readsClassesThatAreNumbers() {
        var table = table(new Column.Numbers("y", 0, 0, 1, 1));
        var schema = FeatureSchema.classification(FEATURES, "y", List.of("0", "1"));

        var metrics = TestSetScoring.score(artifact(schema, Link.SIGMOID, -5, 5), table);

        assertThat(metrics.get("auc")).isEqualTo(1);
    }

    @Test
    void refusesClassifierWhoseScoresAreNoProbabilities() {
        var table = table(new Column.Texts("y", "no", "no", "yes", "yes"));
        var schema = FeatureSchema.classification(FEATURES, "y", List.of("no", "yes"));

        assertThatExceptionOfType(TestScoringFailed.class)
                .isThrownBy(() -> TestSetScoring.score(twice(schema), table))
                .withMessage("The model gives scores that are no probabilities, each of 0 to 1 and 1 together, "
                        + "for 4 of 4 rows of the test set");
    }

    @Test
    void refusesTestSetWithoutFeature() {
        var table = new Table(1, List.of(new Column.Numbers("z", 1), new Column.Numbers("y", 1)));

        assertThatExceptionOfType(TestScoringFailed.class)
                .isThrownBy(() -> TestSetScoring.score(stepTo(1, 2), table))
                .withMessage("The test set lacks features [x] of the model");
    }

    @Test
    void refusesTestSetWithoutAnyLabel() {
        var table = table(new Column.Numbers("y", Double.NaN, Double.NaN, Double.NaN, Double.NaN));

        assertThatExceptionOfType(TestScoringFailed.class)
                .isThrownBy(() -> TestSetScoring.score(stepTo(1, 2), table))
                .withMessage("The test set has no row with a label");
    }

    private static Table table(Column label) {
        return new Table(4, List.of(new Column.Numbers("x", 0, 1, 2, 3), label));
    }

    private static ModelArtifact stepTo(double low, double high) {
        return artifact(FeatureSchema.regression(FEATURES, "y"), Link.IDENTITY, low, high);
    }

    private static ModelArtifact classifier() {
        return artifact(FeatureSchema.classification(FEATURES, "y", List.of("no", "yes")), Link.SIGMOID, -5, 5);
    }

    /** A model whose probabilities of a row are 2 together. */
    private static ModelArtifact twice(FeatureSchema schema) {
        var leaf = new Tree(0, new int[1], new float[1], new boolean[1], new int[1], new double[] {0.5});
        var member = new Member("twice", 2, Link.SIGMOID, List.of(0.0), List.of(leaf));
        return ModelArtifact.ofTrees(schema, new TreeEnsemble(1, List.of(member)), List.of(), Map.of());
    }

    /** A model that gives the first number up to 1.5 and the second above. */
    private static ModelArtifact artifact(FeatureSchema schema, Link link, double low, double high) {
        var tree = new Tree(
                0, new int[3], new float[] {1.5f, 0, 0}, new boolean[3], new int[] {1, 0, 0}, new double[] {0, low, high
                });
        var member = new Member("step", 1, link, List.of(0.0), List.of(tree));
        return ModelArtifact.ofTrees(schema, new TreeEnsemble(1, List.of(member)), List.of(), Map.of());
    }
}
