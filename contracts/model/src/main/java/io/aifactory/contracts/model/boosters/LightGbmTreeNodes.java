package io.aifactory.contracts.model.boosters;

import static io.aifactory.contracts.model.boosters.LightGbmModelText.required;

import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.trees.TreeNodes;
import java.util.Arrays;
import java.util.Map;

/** A tree of LightGBM: inner nodes count from 0 up, leaves from -1 down. */
record LightGbmTreeNodes(
        int leafCount, int[] features, double[] thresholds, int[] decisions, int[] lefts, int[] rights, double[] values)
        implements TreeNodes {

    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_TYPE_SHIFT = 2;
    private static final int MISSING_IS_NONE = 0;
    private static final int MISSING_IS_ZERO = 1;

    static LightGbmTreeNodes of(Map<String, String> values) {
        int leaves = Integer.parseInt(required(values, "num_leaves"));
        if (leaves == 1) {
            var none = new int[0];
            return new LightGbmTreeNodes(
                    1, none, new double[0], none, none, none, doubles(required(values, "leaf_value")));
        }
        return new LightGbmTreeNodes(
                leaves,
                ints(required(values, "split_feature")),
                doubles(required(values, "threshold")),
                ints(required(values, "decision_type")),
                ints(required(values, "left_child")),
                ints(required(values, "right_child")),
                doubles(required(values, "leaf_value")));
    }

    @Override
    public int root() {
        return leafCount == 1 ? -1 : 0;
    }

    @Override
    public boolean isLeaf(int node) {
        return node < 0;
    }

    @Override
    public int feature(int node) {
        return features[node];
    }

    @Override
    public float threshold(int node) {
        return FloatThreshold.atMost(thresholds[node]);
    }

    /** Without missing values in training LightGBM reads a missing value as zero. */
    @Override
    public boolean missingLeft(int node) {
        int missingType = (decisions[node] >> MISSING_TYPE_SHIFT) & 3;
        if (missingType == MISSING_IS_NONE) {
            return 0 <= thresholds[node];
        }
        if (missingType == MISSING_IS_ZERO) {
            throw new ModelRefused("LightGBM models that take zero for missing are not supported");
        }
        return (decisions[node] & DEFAULT_LEFT) != 0;
    }

    @Override
    public int left(int node) {
        return lefts[node];
    }

    @Override
    public int right(int node) {
        return rights[node];
    }

    @Override
    public double value(int node) {
        return values[-node - 1];
    }

    private static int[] ints(String line) {
        return Arrays.stream(line.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static double[] doubles(String line) {
        return Arrays.stream(line.trim().split(" "))
                .mapToDouble(LightGbmTreeNodes::number)
                .toArray();
    }

    /** C++ writes infinity its own way; such a threshold parts the missing values from all others. */
    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
