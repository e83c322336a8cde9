package io.aifactory.bench.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;

/** Measured values, and what can be said about all of them. */
public final class Sample {

    private final double[] sorted;

    private Sample(double[] sorted) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = sorted;
    }

    /** Takes the given values; there has to be one. */
    public static Sample of(double... values) {
        return new Sample(Arrays.stream(values).sorted().toArray());
    }

    /** Takes the given values; there has to be one. */
    public static Sample of(DoubleStream values) {
        return of(values.toArray());
    }

    /** Takes the given values; there has to be one. */
    public static Sample of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue));
    }

    /** Returns the smallest value that at least the given part of all values do not exceed; 0.5 is the half of them. */
    public double percentile(double part) {
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    /** Returns the value in the middle, or what lies halfway between the two in the middle. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the least value. */
    public double min() {
        return sorted[0];
    }

    /** Returns the greatest value. */
    public double max() {
        return sorted[sorted.length - 1];
    }
}
