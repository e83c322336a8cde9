package io.aifactory.training.testscoring;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The formulas of {@link Metric} for regression. */
final class RegressionMetrics {

    private final double[] predicted;
    private final double[] actual;

    RegressionMetrics(double[][] scores, double[] actual) {
        this.predicted = Arrays.stream(scores).mapToDouble(score -> score[0]).toArray();
        this.actual = actual;
    }

    OptionalDouble of(Metric metric) {
        return switch (metric) {
            case RMSE -> sqrt(mean(i -> square(error(i)), i -> true));
            case MAE -> mean(i -> Math.abs(error(i)), i -> true);
            case MAPE -> mean(i -> Math.abs(error(i) / actual[i]), i -> actual[i] != 0);
            case R2 -> r2();
            case SPEARMAN -> pearson(Ranks.of(predicted), Ranks.of(actual));
            case AUC, ACCURACY, PRECISION, RECALL, F1, MATTHEWS, LOG_LOSS -> OptionalDouble.empty();
        };
    }

    private OptionalDouble r2() {
        double mean = Arrays.stream(actual).average().orElse(0);
        double errors = 0;
        double spread = 0;
        for (int i = 0; i < actual.length; i++) {
            errors += square(error(i));
            spread += square(actual[i] - mean);
        }
        return spread == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - errors / spread);
    }

    private OptionalDouble mean(IntToDoubleFunction value, IntPredicate counts) {
        return IntStream.range(0, actual.length)
                .filter(counts)
                .mapToDouble(value)
                .average();
    }

    private double error(int i) {
        return predicted[i] - actual[i];
    }

    private static OptionalDouble sqrt(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(Math.sqrt(value.getAsDouble())) : value;
    }

    private static OptionalDouble pearson(double[] first, double[] second) {
        double firstMean = Arrays.stream(first).average().orElse(0);
        double secondMean = Arrays.stream(second).average().orElse(0);
        double together = 0;
        double firstSpread = 0;
        double secondSpread = 0;
        for (int i = 0; i < first.length; i++) {
            together += (first[i] - firstMean) * (second[i] - secondMean);
            firstSpread += square(first[i] - firstMean);
            secondSpread += square(second[i] - secondMean);
        }
        double root = Math.sqrt(firstSpread * secondSpread);
        return root == 0 ? OptionalDouble.empty() : OptionalDouble.of(together / root);
    }

    private static double square(double value) {
        return value * value;
    }
}
