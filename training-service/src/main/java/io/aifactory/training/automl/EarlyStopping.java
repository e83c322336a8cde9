package io.aifactory.training.automl;

/** Remembers the best round of boosting by a loss on held-out rows. */
public final class EarlyStopping {

    private double best = Double.POSITIVE_INFINITY;
    private int bestRound = 1;

    /** Takes the loss after a round, counted from 1, and says whether to go on. */
    public boolean goOn(int round, double loss) {
        if (loss < best) {
            best = loss;
            bestRound = round;
        }
        return round < Learner.MOST_ROUNDS && round - bestRound < Learner.PATIENCE;
    }

    /** The round with the smallest loss so far. */
    public int bestRound() {
        return bestRound;
    }
}
