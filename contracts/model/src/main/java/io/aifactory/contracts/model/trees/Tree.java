package io.aifactory.contracts.model.trees;

import io.aifactory.contracts.model.ModelRefused;

/**
 * A decision tree as flat arrays. Node 0 is the root and every child comes after its parent, the right one directly
 * after the left one. At an inner node a row goes left when its value is at most the threshold, and where the node says
 * so when the value is missing. A leaf has no child and adds its value to one of the member's sums.
 */
public final class Tree {

    private final int output;
    private final int[] features;
    private final float[] thresholds;
    private final boolean[] missingLeft;
    private final int[] leftChildren;
    private final double[] values;

    /**
     * Takes over the arrays, one entry per node.
     *
     * @param output the sum that the leaves add to
     * @param leftChildren the left child of each inner node, 0 for a leaf
     * @throws ModelRefused when the arrays are no tree
     */
    public Tree(
            int output,
            int[] features,
            float[] thresholds,
            boolean[] missingLeft,
            int[] leftChildren,
            double[] values) {
        this.output = output;
        this.features = features;
        this.thresholds = thresholds;
        this.missingLeft = missingLeft;
        this.leftChildren = leftChildren;
        this.values = values;
        requireTree();
    }

    /** The sum of the member that the leaves add to. */
    public int output() {
        return output;
    }

    public int nodeCount() {
        return features.length;
    }

    public boolean isLeaf(int node) {
        return leftChildren[node] == 0;
    }

    public int feature(int node) {
        return features[node];
    }

    public float threshold(int node) {
        return thresholds[node];
    }

    /** Whether a missing value goes left. */
    public boolean missingLeft(int node) {
        return missingLeft[node];
    }

    /** The left child, 0 for a leaf; the right child is the next one. */
    public int leftChild(int node) {
        return leftChildren[node];
    }

    /** The value of a leaf. */
    public double value(int node) {
        return values[node];
    }

    /** Steps from the root to the deepest leaf. */
    int depth() {
        var depths = new int[nodeCount()];
        for (int node = nodeCount() - 1; node >= 0; node--) {
            int left = leftChildren[node];
            depths[node] = left == 0 ? 0 : 1 + Math.max(depths[left], depths[left + 1]);
        }
        return depths[0];
    }

    /** Highest feature that a node asks for, -1 when the tree is one leaf. */
    int highestFeature() {
        int highest = -1;
        for (int node = 0; node < nodeCount(); node++) {
            highest = isLeaf(node) ? highest : Math.max(highest, features[node]);
        }
        return highest;
    }

    private void requireTree() {
        int nodes = features.length;
        if (nodes == 0
                || thresholds.length != nodes
                || missingLeft.length != nodes
                || leftChildren.length != nodes
                || values.length != nodes) {
            throw new ModelRefused("A tree's arrays are empty or differ in length");
        }
        for (int node = 0; node < nodes; node++) {
            requireNode(node);
        }
    }

    private void requireNode(int node) {
        int left = leftChildren[node];
        if (left != 0 && (left <= node || left > nodeCount() - 2)) {
            throw new ModelRefused("Node %d of a tree has child %d outside of it".formatted(node, left));
        }
        if (left != 0 && features[node] < 0) {
            throw new ModelRefused("Node %d of a tree asks for feature %d".formatted(node, features[node]));
        }
        if (!Float.isFinite(thresholds[node]) || !Double.isFinite(values[node])) {
            throw new ModelRefused("Node %d of a tree has a number that is not finite".formatted(node));
        }
    }
}
