package io.aifactory.contracts.model.trees;

import java.util.Comparator;
import java.util.List;

/**
 * All trees of a member in one run of nodes, walked eight at a time without a branch per node, so that the processor
 * always has eight loads in flight.
 *
 * <p>A row is given twice, one copy after the other: with missing values as -infinity, which always goes left, and as
 * +infinity, which always goes right; a node that sends missing values right asks the second copy. A leaf is its own
 * child below a threshold that nothing exceeds, so all eight trees can take the steps of the deepest.
 */
final class MemberScorer {

    private static final int AT_ONCE = 8;

    private final Member member;
    private final int[] features;
    private final float[] thresholds;
    private final int[] children;
    private final double[] values;
    private final int[] roots;
    private final int[] depths;
    private final int[] outputs;

    MemberScorer(Member member, int featureCount) {
        // trees of like depth stand together, so that few steps are taken in vain
        var trees = member.trees().stream()
                .sorted(Comparator.comparingInt(Tree::depth))
                .toList();
        this.member = member;
        int nodes = trees.stream().mapToInt(Tree::nodeCount).sum();
        this.features = new int[nodes];
        this.thresholds = new float[nodes];
        this.children = new int[nodes];
        this.values = new double[nodes];
        this.roots = new int[trees.size()];
        this.depths = trees.stream().mapToInt(Tree::depth).toArray();
        this.outputs = trees.stream().mapToInt(Tree::output).toArray();
        layOut(trees, featureCount);
    }

    void addScore(float[] twice, double[] score) {
        var sums = new double[member.base().size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = member.base().get(i);
        }
        int tree = 0;
        for (; tree + AT_ONCE <= roots.length; tree += AT_ONCE) {
            addEight(tree, twice, sums);
        }
        for (; tree < roots.length; tree++) {
            sums[outputs[tree]] += values[leaf(roots[tree], depths[tree], twice)];
        }
        member.link().addScore(sums, member.weight(), score);
    }

    private void addEight(int first, float[] row, double[] sums) {
        int a = roots[first];
        int b = roots[first + 1];
        int c = roots[first + 2];
        int d = roots[first + 3];
        int e = roots[first + 4];
        int f = roots[first + 5];
        int g = roots[first + 6];
        int h = roots[first + 7];
        for (int step = depths[first + 7]; step > 0; step--) {
            a = next(a, row);
            b = next(b, row);
            c = next(c, row);
            d = next(d, row);
            e = next(e, row);
            f = next(f, row);
            g = next(g, row);
            h = next(h, row);
        }
        sums[outputs[first]] += values[a];
        sums[outputs[first + 1]] += values[b];
        sums[outputs[first + 2]] += values[c];
        sums[outputs[first + 3]] += values[d];
        sums[outputs[first + 4]] += values[e];
        sums[outputs[first + 5]] += values[f];
        sums[outputs[first + 6]] += values[g];
        sums[outputs[first + 7]] += values[h];
    }

    private int leaf(int root, int depth, float[] row) {
        int node = root;
        for (int step = depth; step > 0; step--) {
            node = next(node, row);
        }
        return node;
    }

    private int next(int node, float[] row) {
        return children[node] + (row[features[node]] > thresholds[node] ? 1 : 0);
    }

    private void layOut(List<Tree> trees, int featureCount) {
        int start = 0;
        for (int i = 0; i < trees.size(); i++) {
            roots[i] = start;
            layOut(trees.get(i), start, featureCount);
            start += trees.get(i).nodeCount();
        }
    }

    private void layOut(Tree tree, int start, int featureCount) {
        for (int node = 0; node < tree.nodeCount(); node++) {
            int at = start + node;
            if (tree.isLeaf(node)) {
                thresholds[at] = Float.POSITIVE_INFINITY;
                children[at] = at;
                values[at] = tree.value(node);
            } else {
                features[at] = tree.feature(node) + (tree.missingLeft(node) ? 0 : featureCount);
                thresholds[at] = tree.threshold(node);
                children[at] = start + tree.leftChild(node);
            }
        }
    }
}
