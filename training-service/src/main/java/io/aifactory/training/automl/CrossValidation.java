package io.aifactory.training.automl;

import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.contracts.model.trees.TreeScorer;
import io.aifactory.training.testscoring.Metric;
import io.aifactory.training.testscoring.ScoredRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Tries a candidate on every fold of the train set. */
final class CrossValidation {

    private final LearningTask task;
    private final Folds folds;
    private final Metric metric;
    private final Clock clock;

    CrossValidation(LearningTask task, Folds folds, Metric metric, Clock clock) {
        this.task = task;
        this.folds = folds;
        this.metric = metric;
        this.clock = clock;
    }

    CrossValidated of(Candidate candidate, Learner learner) {
        var start = clock.instant();
        var scores = new double[task.train().count()][];
        int rounds = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            rounds += fold(candidate, learner, fold, scores);
        }
        double score = ScoredRows.of(
                        task.schema().mlType(), scores, task.train().labels())
                .metric(metric)
                .orElseThrow(() -> new SearchRefused("Metric %s has no value for this data".formatted(metric)));
        int meanRounds = Math.max(1, Math.round(rounds / (float) folds.count()));
        return new CrossValidated(
                candidate, List.of(scores), score, meanRounds, Duration.between(start, clock.instant()));
    }

    private int fold(Candidate candidate, Learner learner, int fold, double[][] scores) {
        var held = folds.heldOut(fold);
        var heldOut = task.train().at(held);
        var trained = learner.fit(candidate, task.schema(), task.train().at(folds.learnedFrom(fold)), heldOut);
        var ensemble = new TreeEnsemble(task.schema().features().size(), List.of(trained.member()));
        try (var scorer = new TreeScorer(ensemble)) {
            var ofFold = scorer.scoreAll(heldOut.rows());
            Arrays.setAll(ofFold, i -> scores[held[i]] = ofFold[i]);
        }
        return trained.rounds();
    }
}
