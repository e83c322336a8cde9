package io.aifactory.contracts.model.boosters;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.trees.TreeNodes;
import java.util.ArrayDeque;

/** A tree of XGBoost: a row goes left when its value is less than the condition; leaves keep their value there. */
record XgboostTreeNodes(JsonNode tree) implements TreeNodes {

    XgboostTreeNodes {
        if (!tree.path("categories").isEmpty()) {
            throw new ModelRefused("XGBoost trees with categorical splits are not supported");
        }
    }

    /** Nodes that can be reached; pruned ones stay in the arrays. */
    int count() {
        int reached = 0;
        var open = new ArrayDeque<Integer>();
        open.push(root());
        while (!open.isEmpty()) {
            int node = open.pop();
            reached++;
            if (!isLeaf(node)) {
                open.push(left(node));
                open.push(right(node));
            }
        }
        return reached;
    }

    @Override
    public int root() {
        return 0;
    }

    @Override
    public boolean isLeaf(int node) {
        return left(node) < 0;
    }

    @Override
    public int feature(int node) {
        return tree.path("split_indices").path(node).asInt();
    }

    @Override
    public float threshold(int node) {
        return FloatThreshold.below(condition(node));
    }

    @Override
    public boolean missingLeft(int node) {
        return tree.path("default_left").path(node).asInt() != 0;
    }

    @Override
    public int left(int node) {
        return tree.path("left_children").path(node).asInt(-1);
    }

    @Override
    public int right(int node) {
        return tree.path("right_children").path(node).asInt(-1);
    }

    @Override
    public double value(int node) {
        return condition(node);
    }

    private float condition(int node) {
        return (float) tree.path("split_conditions").path(node).asDouble();
    }
}
