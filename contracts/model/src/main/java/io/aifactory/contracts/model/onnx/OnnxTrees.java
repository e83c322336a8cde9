package io.aifactory.contracts.model.onnx;

import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The trees of one member as attributes of the ONNX operator TreeEnsembleRegressor (ai.onnx.ml, version 3). */
final class OnnxTrees {

    private final Member member;

    OnnxTrees(Member member) {
        this.member = member;
    }

    ProtoWriter[] attributes() {
        var base = member.base().stream().map(Double::floatValue).toList();
        return new ProtoWriter[] {
            Attribute.integer("n_targets", base.size()),
            Attribute.text("aggregate_function", "SUM"),
            Attribute.text("post_transform", "NONE"),
            Attribute.reals("base_values", reals(base)),
            Attribute.integers("nodes_treeids", nodes((tree, id, node) -> id)),
            Attribute.integers("nodes_nodeids", nodes((tree, id, node) -> node)),
            Attribute.integers("nodes_featureids", nodes((tree, id, node) -> tree.feature(node))),
            Attribute.integers("nodes_truenodeids", nodes((tree, id, node) -> tree.leftChild(node))),
            Attribute.integers("nodes_falsenodeids", nodes((tree, id, node) -> rightChild(tree, node))),
            Attribute.integers(
                    "nodes_missing_value_tracks_true",
                    nodes((tree, id, node) -> !tree.isLeaf(node) && tree.missingLeft(node) ? 1 : 0)),
            Attribute.texts("nodes_modes", perNode(tree -> node -> tree.isLeaf(node) ? "LEAF" : "BRANCH_LEQ")),
            Attribute.reals("nodes_values", reals(perNode(tree -> tree::threshold))),
            Attribute.integers("target_treeids", leaves((tree, id, node) -> id)),
            Attribute.integers("target_nodeids", leaves((tree, id, node) -> node)),
            Attribute.integers("target_ids", leaves((tree, id, node) -> tree.output())),
            Attribute.reals("target_weights", leafValues()),
        };
    }

    /** A number of a tree's node. */
    private interface OfNode {
        long of(Tree tree, int treeId, int node);
    }

    private static int rightChild(Tree tree, int node) {
        return tree.isLeaf(node) ? 0 : tree.leftChild(node) + 1;
    }

    private long[] nodes(OfNode number) {
        return numbers(number, true).stream().mapToLong(Long::longValue).toArray();
    }

    private long[] leaves(OfNode number) {
        return numbers(number, false).stream().mapToLong(Long::longValue).toArray();
    }

    private List<Long> numbers(OfNode number, boolean innerToo) {
        var numbers = new ArrayList<Long>();
        for (int id = 0; id < member.trees().size(); id++) {
            var tree = member.trees().get(id);
            for (int node = 0; node < tree.nodeCount(); node++) {
                if (innerToo || tree.isLeaf(node)) {
                    numbers.add(number.of(tree, id, node));
                }
            }
        }
        return numbers;
    }

    private float[] leafValues() {
        return reals(perNode(tree -> node -> tree.isLeaf(node)
                        ? Collections.singletonList((float) tree.value(node))
                        : Collections.<Float>emptyList())
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private <T> List<T> perNode(Function<Tree, IntFunction<T>> value) {
        var values = new ArrayList<T>();
        for (var tree : member.trees()) {
            var ofNode = value.apply(tree);
            for (int node = 0; node < tree.nodeCount(); node++) {
                values.add(ofNode.apply(node));
            }
        }
        return values;
    }

    private static float[] reals(List<Float> values) {
        var reals = new float[values.size()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = values.get(i);
        }
        return reals;
    }
}
