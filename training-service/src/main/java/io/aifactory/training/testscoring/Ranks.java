package io.aifactory.training.testscoring;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Ranks of numbers, counted from 1; equal numbers share the mean of their ranks. */
final class Ranks {

    private Ranks() {}

    static double[] of(double[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i <= end; i++) {
                ranks[order[i]] = (start + end) / 2.0 + 1;
            }
            start = end + 1;
        }
        return ranks;
    }

    /** Area under the ROC curve by the rank sum (Mann-Whitney); empty when one side has no row. */
    static OptionalDouble auc(double[] scores, boolean[] positive) {
        var ranks = of(scores);
        double rankSum = 0;
        double positives = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (positive[i]) {
                rankSum += ranks[i];
                positives++;
            }
        }
        double negatives = ranks.length - positives;
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((rankSum - positives * (positives + 1) / 2) / (positives * negatives));
    }
}
