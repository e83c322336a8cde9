package io.aifactory.contracts.model.trees;

/** A decision tree as another library numbers its nodes; {@link #toTree} brings it into our order. */
public interface TreeNodes {

    int root();

    boolean isLeaf(int node);

    int feature(int node);

    /** Largest float that still goes left. */
    float threshold(int node);

    boolean missingLeft(int node);

    int left(int node);

    int right(int node);

    /** Value of a leaf. */
    double value(int node);

    /** The same tree, breadth first. */
    default Tree toTree(int output, int nodeCount) {
        var features = new int[nodeCount];
        var thresholds = new float[nodeCount];
        var missingLeft = new boolean[nodeCount];
        var leftChildren = new int[nodeCount];
        var values = new double[nodeCount];
        var order = new int[nodeCount];
        order[0] = root();
        int known = 1;
        for (int i = 0; i < known; i++) {
            int node = order[i];
            if (isLeaf(node)) {
                values[i] = value(node);
                continue;
            }
            features[i] = feature(node);
            thresholds[i] = threshold(node);
            missingLeft[i] = missingLeft(node);
            leftChildren[i] = known;
            order[known++] = left(node);
            order[known++] = right(node);
        }
        return new Tree(output, features, thresholds, missingLeft, leftChildren, values);
    }
}
