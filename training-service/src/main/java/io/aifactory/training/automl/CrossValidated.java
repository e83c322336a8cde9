package io.aifactory.training.automl;

import java.time.Duration;
import java.util.List;

/**
 * How a candidate did in cross-validation.
 *
 * @param candidate the candidate
 * @param scores a score for each row of the train set, by a model that hasn't seen it
 * @param cvScore the metric over all these scores
 * @param rounds mean of the folds' best rounds
 * @param fitTime how long all folds took
 */
record CrossValidated(Candidate candidate, List<double[]> scores, double cvScore, int rounds, Duration fitTime) {

    CrossValidated {
        scores = List.copyOf(scores);
    }

    double[][] scoreArray() {
        return scores.toArray(double[][]::new);
    }
}
