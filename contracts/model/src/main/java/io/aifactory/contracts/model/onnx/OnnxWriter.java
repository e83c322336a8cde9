package io.aifactory.contracts.model.onnx;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a tree ensemble as an ONNX model (opset 13, ai.onnx.ml 3) that any runtime can score.
 *
 * <p>Input: {@code features}, float [N, F], categorical features by their code, missing values as NaN. Outputs:
 * {@code variable}, float [N, 1], for regression; {@code label}, string [N], and {@code probabilities}, float [N, C],
 * for classification.
 */
public final class OnnxWriter {

    static final String FEATURES = "features";
    static final String VARIABLE = "variable";
    static final String LABEL = "label";
    static final String PROBABILITIES = "probabilities";

    private OnnxWriter() {}

    /** The ensemble as the bytes of an ONNX file; the same ensemble always gives the same bytes. */
    public static byte[] write(TreeEnsemble ensemble, FeatureSchema schema) {
        var graph = new OnnxGraph().input(FEATURES, OnnxGraph.FLOAT, ensemble.featureCount());
        var scores = new ArrayList<String>();
        for (int i = 0; i < ensemble.members().size(); i++) {
            scores.add(weightedScore(graph, ensemble.members().get(i), "member" + i));
        }
        boolean regression = schema.mlType() == MlType.REGRESSION;
        graph.node("Sum", scores, regression ? VARIABLE : PROBABILITIES);
        return (regression ? graph.output(VARIABLE, OnnxGraph.FLOAT, 1) : withLabel(graph, schema.classes())).toModel();
    }

    private static String weightedScore(OnnxGraph graph, Member member, String name) {
        var sums = name + "-sums";
        graph.mlNode("TreeEnsembleRegressor", List.of(FEATURES), sums, new OnnxTrees(member).attributes());
        var score = linked(graph, member, name, sums);
        var weighted = name + "-weighted";
        graph.constant(name + "-weight", (float) member.weight())
                .node("Mul", List.of(score, name + "-weight"), weighted);
        return weighted;
    }

    /** ONNX Runtime ignores LOGISTIC on a regressor of one target, hence nodes of their own. */
    private static String linked(OnnxGraph graph, Member member, String name, String sums) {
        var score = name + "-score";
        switch (member.link()) {
            case IDENTITY -> {
                return sums;
            }
            case SOFTMAX -> graph.node("Softmax", List.of(sums), score, Attribute.integer("axis", 1));
            case SIGMOID ->
                graph.node("Sigmoid", List.of(sums), name + "-second")
                        .constant(name + "-one", 1f)
                        .node("Sub", List.of(name + "-one", name + "-second"), name + "-first")
                        .node(
                                "Concat",
                                List.of(name + "-first", name + "-second"),
                                score,
                                Attribute.integer("axis", 1));
        }
        return score;
    }

    private static OnnxGraph withLabel(OnnxGraph graph, List<String> classes) {
        return graph.node(
                        "ArgMax",
                        List.of(PROBABILITIES),
                        "position",
                        Attribute.integer("axis", 1),
                        Attribute.integer("keepdims", 0))
                .mlNode(
                        "LabelEncoder",
                        List.of("position"),
                        LABEL,
                        Attribute.integers(
                                "keys_int64s",
                                IntStream.range(0, classes.size())
                                        .asLongStream()
                                        .toArray()),
                        Attribute.texts("values_strings", classes))
                .vectorOutput(LABEL, OnnxGraph.STRING)
                .output(PROBABILITIES, OnnxGraph.FLOAT, classes.size());
    }
}
