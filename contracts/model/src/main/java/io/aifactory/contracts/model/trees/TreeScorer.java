package io.aifactory.contracts.model.trees;

import io.aifactory.contracts.model.Scorer;

/** Scores with a {@link TreeEnsemble} in plain Java; holds nothing outside the heap. */
public final class TreeScorer implements Scorer {

    private final int featureCount;
    private final int outputCount;
    private final MemberScorer[] members;

    public TreeScorer(TreeEnsemble ensemble) {
        this.featureCount = ensemble.featureCount();
        this.outputCount = ensemble.outputs();
        this.members = ensemble.members().stream()
                .map(member -> new MemberScorer(member, featureCount))
                .toArray(MemberScorer[]::new);
    }

    @Override
    public int featureCount() {
        return featureCount;
    }

    @Override
    public int outputCount() {
        return outputCount;
    }

    @Override
    public double[] score(float[] row) {
        Scorer.requireLength(row, featureCount);
        var twice = twice(row);
        var score = new double[outputCount];
        for (var member : members) {
            member.addScore(twice, score);
        }
        return score;
    }

    @Override
    public void close() {
        // nothing is held outside the heap
    }

    private static float[] twice(float[] row) {
        var twice = new float[2 * row.length];
        for (int i = 0; i < row.length; i++) {
            boolean missing = Float.isNaN(row[i]);
            twice[i] = missing ? Float.NEGATIVE_INFINITY : row[i];
            twice[row.length + i] = missing ? Float.POSITIVE_INFINITY : row[i];
        }
        return twice;
    }
}
