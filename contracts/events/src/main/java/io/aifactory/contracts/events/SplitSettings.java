package io.aifactory.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * How gold is split. The three shares add up to 1.
 *
 * @param train the share to learn from
 * @param validate the share that steers learning
 * @param test the share to compare on
 * @param seed the seed that makes the split repeatable
 * @param stratified whether each share has the label's classes in equal parts
 * @param groupBy the column whose rows of one value all come into the same share, such as a patient; absent: every row goes its own way
 */
public record SplitSettings(
        double train,
        double validate,
        double test,
        long seed,
        boolean stratified,
        @Nullable String groupBy) {

    /** Rows go their own way. */
    public SplitSettings(double train, double validate, double test, long seed, boolean stratified) {
        this(train, validate, test, seed, stratified, null);
    }
}
