package io.aifactory.lake.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a column is like.
 *
 * @param name its name
 * @param type its SQL type
 * @param nulls how many rows have no value
 * @param distinct how many different values
 * @param min the least value as text; absent if there is none
 * @param max the greatest value as text; absent if there is none
 * @param mean the mean, of numbers that are less than 1e150 in size
 * @param standardDeviation the sample's standard deviation of the same, for two and more
 * @param approximate whether the number of different values is an estimate, as it is in a long table
 */
public record ColumnProfile(
        String name,
        String type,
        long nulls,
        long distinct,
        @Nullable String min,
        @Nullable String max,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        boolean approximate) {

    /** A column whose different values were counted. */
    public ColumnProfile(
            String name,
            String type,
            long nulls,
            long distinct,
            @Nullable String min,
            @Nullable String max,
            @Nullable Double mean,
            @Nullable Double standardDeviation) {
        this(name, type, nulls, distinct, min, max, mean, standardDeviation, false);
    }
}
