package io.aifactory.training.automl;

/**
 * A candidate's share of a model.
 *
 * @param tried the candidate
 * @param weight its share; the shares of a model add up to 1
 */
record WeightedCandidate(CrossValidated tried, double weight) {}
