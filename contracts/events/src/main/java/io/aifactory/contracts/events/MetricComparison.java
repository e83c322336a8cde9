package io.aifactory.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * How challenger and champion compare in one metric.
 *
 * @param metric the metric's name
 * @param challenger the challenger's value
 * @param champion the champion's value; absent when there is no champion yet
 * @param weight by how much the challenger has to be better; negative: by how much it may be worse
 * @param passed whether the challenger passes
 */
public record MetricComparison(
        String metric, double challenger, @Nullable Double champion, double weight, boolean passed) {}
