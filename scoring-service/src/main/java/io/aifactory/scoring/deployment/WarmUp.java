package io.aifactory.scoring.deployment;

import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.Scorer;
import java.util.Arrays;
import java.util.Random;

/** Scores rows nobody asked for until the just-in-time compiler has seen the scorer at work. */
final class WarmUp {

    private static final int ROWS = 3000;
    private static final long SEED = 7;

    private WarmUp() {}

    static void run(Scorer scorer) {
        var random = new Random(SEED);
        var row = new float[scorer.featureCount()];
        Arrays.fill(row, Float.NaN);
        for (int i = 0; i < ROWS; i++) {
            requireScore(scorer.score(row), scorer.outputCount());
            row[i % row.length] = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
    }

    private static void requireScore(double[] score, int outputs) {
        if (score.length != outputs) {
            throw new ModelRefused("a score has %d numbers, not %d".formatted(score.length, outputs));
        }
    }
}
