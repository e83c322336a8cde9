package io.aifactory.training.testscoring;

import java.util.OptionalDouble;

/** The formulas of {@link Metric} for classification; rows hold probabilities, labels the position of the true class. */
final class ClassificationMetrics {

    private static final double SMALLEST = Math.ulp(1.0);

    private final double[][] scores;
    private final int[] labels;
    private final long[][] confusion;

    ClassificationMetrics(double[][] scores, int[] labels, int classes) {
        this.scores = scores;
        this.labels = labels;
        this.confusion = new long[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            confusion[labels[i]][mostProbable(scores[i])]++;
        }
    }

    OptionalDouble of(Metric metric) {
        return switch (metric) {
            case AUC -> auc();
            case ACCURACY -> OptionalDouble.of(correct() / (double) labels.length);
            case PRECISION -> OptionalDouble.of(weighted(this::precision));
            case RECALL -> OptionalDouble.of(weighted(this::recall));
            case F1 -> OptionalDouble.of(weighted(this::f1));
            case MATTHEWS -> OptionalDouble.of(matthews());
            case LOG_LOSS -> OptionalDouble.of(logLoss());
            case RMSE, MAE, MAPE, R2, SPEARMAN -> OptionalDouble.empty();
        };
    }

    private OptionalDouble auc() {
        if (confusion.length == 2) {
            return Ranks.auc(column(1), isOf(1));
        }
        double sum = 0;
        long counted = 0;
        for (int k = 0; k < confusion.length; k++) {
            var auc = Ranks.auc(column(k), isOf(k));
            if (auc.isPresent()) {
                sum += actual(k) * auc.getAsDouble();
                counted += actual(k);
            }
        }
        return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / counted);
    }

    private double matthews() {
        double all = labels.length;
        double together = 0;
        double predictedSquares = 0;
        double actualSquares = 0;
        for (int k = 0; k < confusion.length; k++) {
            together += (double) predicted(k) * actual(k);
            predictedSquares += (double) predicted(k) * predicted(k);
            actualSquares += (double) actual(k) * actual(k);
        }
        double root = Math.sqrt((all * all - predictedSquares) * (all * all - actualSquares));
        return root == 0 ? 0 : (correct() * all - together) / root;
    }

    private double logLoss() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double total = 0;
            for (double probability : scores[i]) {
                total += probability;
            }
            double ofTrueClass = scores[i][labels[i]] / total;
            sum -= Math.log(Math.min(1 - SMALLEST, Math.max(SMALLEST, ofTrueClass)));
        }
        return sum / labels.length;
    }

    /** A number for each class. */
    private interface OfClass {
        double of(int position);
    }

    private double weighted(OfClass value) {
        double sum = 0;
        for (int k = 0; k < confusion.length; k++) {
            sum += actual(k) * value.of(k);
        }
        return sum / labels.length;
    }

    private double precision(int k) {
        return predicted(k) == 0 ? 0 : confusion[k][k] / (double) predicted(k);
    }

    private double recall(int k) {
        return actual(k) == 0 ? 0 : confusion[k][k] / (double) actual(k);
    }

    private double f1(int k) {
        long both = predicted(k) + actual(k);
        return both == 0 ? 0 : 2.0 * confusion[k][k] / both;
    }

    private double correct() {
        double correct = 0;
        for (int k = 0; k < confusion.length; k++) {
            correct += confusion[k][k];
        }
        return correct;
    }

    private long actual(int k) {
        long sum = 0;
        for (long count : confusion[k]) {
            sum += count;
        }
        return sum;
    }

    private long predicted(int k) {
        long sum = 0;
        for (var row : confusion) {
            sum += row[k];
        }
        return sum;
    }

    private double[] column(int k) {
        var column = new double[scores.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = scores[i][k];
        }
        return column;
    }

    private boolean[] isOf(int k) {
        var truths = new boolean[labels.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = labels[i] == k;
        }
        return truths;
    }

    private static int mostProbable(double[] score) {
        int best = 0;
        for (int k = 1; k < score.length; k++) {
            best = score[k] > score[best] ? k : best;
        }
        return best;
    }
}
