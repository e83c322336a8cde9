package io.aifactory.scoring;

import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import java.util.List;
import java.util.Map;

/** Small models whose scores can be told by heart. */
public final class SampleModels {

    private SampleModels() {}

    /** Scores 100 x version, and 1 more if {@code bmi} is above 30 and 2 more if {@code sex} is {@code F}. */
    public static ModelArtifact regression(int version) {
        var schema = FeatureSchema.regression(
                List.of(Feature.numeric("bmi"), Feature.categorical("sex", List.of("M", "F"))), "progression");
        var trees = List.of(split(0, 30f, 0, 1), split(1, 0.5f, 0, 2));
        return artifact(schema, new Member("sum", 1, Link.IDENTITY, List.of(100.0 * version), trees), version);
    }

    /** Says {@code benign} with a probability of .731 if {@code radius} is at most 15, else {@code malignant} with the same. */
    public static ModelArtifact classification(int version) {
        var schema = FeatureSchema.classification(
                List.of(Feature.numeric("radius")), "diagnosis", List.of("benign", "malignant"));
        return artifact(
                schema, new Member("one", 1, Link.SIGMOID, List.of(0.0), List.of(split(0, 15f, -1, 1))), version);
    }

    /** A model with a feature of the given name. */
    public static ModelArtifact withFeature(String name) {
        var schema = FeatureSchema.regression(List.of(Feature.numeric(name)), "label");
        return artifact(schema, new Member("one", 1, Link.IDENTITY, List.of(0.0), List.of(split(0, 0f, 0, 1))), 1);
    }

    private static ModelArtifact artifact(FeatureSchema schema, Member member, int version) {
        var trees = new TreeEnsemble(schema.features().size(), List.of(member));
        return ModelArtifact.ofTrees(schema, trees, List.of("by hand"), Map.of("version", String.valueOf(version)));
    }

    private static Tree split(int feature, float threshold, double left, double right) {
        return new Tree(
                0,
                new int[] {feature, 0, 0},
                new float[] {threshold, 0, 0},
                new boolean[] {true, false, false},
                new int[] {1, 0, 0},
                new double[] {0, left, right});
    }
}
