package io.aifactory.contracts.model.trees;

/** How the summed leaves of a member become its score. */
public enum Link {
    /** The sum is the score: regression. */
    IDENTITY,
    /** One sum s; the second of two classes has probability 1 / (1 + e^-s). */
    SIGMOID,
    /** One sum per class; probabilities are e^s / sum of e^s. */
    SOFTMAX;

    /** Numbers in a score made of this many sums. */
    int outputs(int sums) {
        return this == SIGMOID ? 2 : sums;
    }

    /** Adds the weighted score made of the sums to a score. */
    void addScore(double[] sums, double weight, double[] score) {
        switch (this) {
            case IDENTITY -> score[0] += weight * sums[0];
            case SIGMOID -> addSigmoid(sums[0], weight, score);
            case SOFTMAX -> addSoftmax(sums, weight, score);
        }
    }

    private static void addSigmoid(double sum, double weight, double[] score) {
        double probability = 1 / (1 + Math.exp(-sum));
        score[0] += weight * (1 - probability);
        score[1] += weight * probability;
    }

    private static void addSoftmax(double[] sums, double weight, double[] score) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            highest = Math.max(highest, sum);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.exp(sums[i] - highest);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            score[i] += weight * sums[i] / total;
        }
    }
}
