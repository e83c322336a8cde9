package io.aifactory.contracts.events;

/**
 * One step of a comparison: a challenger passes if it is better than the champion by more than {@code weight}, in the metric's own direction. A negative weight lets it be that much worse.
 *
 * @param metric the metric's name, for instance {@code rmse}
 * @param weight the margin in the metric's own unit
 */
public record MetricWeight(String metric, double weight) {}
