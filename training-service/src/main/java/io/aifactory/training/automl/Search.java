package io.aifactory.training.automl;

import io.aifactory.training.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The search: cross-validates the candidates on the train set as long as the time budget lasts, at least one of each
 * library; makes a greedy ensemble of their out-of-fold scores; lets the validate set, which none of them has seen,
 * choose between the ensemble and the best single candidate; and trains the chosen once more on train and validate
 * together, with the rounds that cross-validation found best.
 */
public final class Search {

    private static final Duration TINY_BUDGET = Duration.ofSeconds(10);
    private static final int FOLDS_OF_TINY_BUDGET = 3;

    private final Map<Library, Learner> learners = new EnumMap<>(Library.class);
    private final Clock clock;

    public Search(List<Learner> learners, Clock clock) {
        learners.forEach(learner -> this.learners.put(learner.library(), learner));
        this.clock = clock;
    }

    /**
     * Finds a model.
     *
     * @throws SearchRefused when the data don't allow it
     */
    public SearchOutcome search(Table train, Table validate, SearchSettings settings) {
        var deadline = clock.instant().plus(settings.timeBudget());
        var task = LearningTasks.of(train, validate, settings);
        var tried = new ArrayList<CrossValidated>();
        var skipped = new ArrayList<Candidate>();
        var validation = new CrossValidation(task, folds(task, settings), settings.metric(), clock);
        for (var candidate : Candidates.all()) {
            if (timeFor(candidate, tried, deadline)) {
                tried.add(validation.of(candidate, learner(candidate)));
            } else {
                skipped.add(candidate);
            }
        }
        return new FinalModel(task, settings, this::learner).choose(tried, skipped);
    }

    private Learner learner(Candidate candidate) {
        var learner = learners.get(candidate.library());
        if (learner == null) {
            throw new IllegalStateException("There is no learner for " + candidate.library());
        }
        return learner;
    }

    private boolean timeFor(Candidate candidate, List<CrossValidated> tried, Instant deadline) {
        boolean libraryUntried =
                tried.stream().noneMatch(other -> other.candidate().library() == candidate.library());
        return libraryUntried || clock.instant().isBefore(deadline);
    }

    private static Folds folds(LearningTask task, SearchSettings settings) {
        int folds = settings.timeBudget().compareTo(TINY_BUDGET) < 0
                ? Math.min(settings.folds(), FOLDS_OF_TINY_BUDGET)
                : settings.folds();
        return Folds.of(task.train().labels(), task.schema().mlType(), folds, settings.seed());
    }
}
