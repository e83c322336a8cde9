package io.aifactory.contracts.events;

/**
 * How models are searched for.
 *
 * @param primaryMetric the metric the search improves, for instance {@code auc}
 * @param timeBudgetSeconds after how many seconds no further candidate is started
 * @param folds in how many folds candidates are cross-validated
 * @param seed the seed that makes the search repeatable
 */
public record TrainingSettings(
        String primaryMetric,
        @AtLeast(1) int timeBudgetSeconds,
        @AtLeast(2) int folds,
        long seed) {}
