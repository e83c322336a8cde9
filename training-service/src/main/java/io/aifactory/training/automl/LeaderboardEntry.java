package io.aifactory.training.automl;

import org.jspecify.annotations.Nullable;

/**
 * One line of a leaderboard.
 *
 * @param name the candidate, or {@value #ENSEMBLE}
 * @param library the library's name
 * @param metric what the scores measure
 * @param cvScore the metric in cross-validation on the train set; null when it was not tried
 * @param validateScore the metric on the validate set; null unless the entry was in the last choice
 * @param rounds rounds of boosting; 0 for the ensemble
 * @param fitSeconds how long its cross-validation took
 * @param weight its share of the final model
 * @param remark why it has no score; empty when it has one
 */
public record LeaderboardEntry(
        String name,
        String library,
        String metric,
        @Nullable Double cvScore,
        @Nullable Double validateScore,
        int rounds,
        double fitSeconds,
        double weight,
        String remark) {

    static final String ENSEMBLE = "Ensemble";
}
