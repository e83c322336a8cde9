package io.aifactory.training.automl;

import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.contracts.model.trees.TreeScorer;
import io.aifactory.training.testscoring.Metric;
import io.aifactory.training.testscoring.ScoredRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses between the ensemble and the best single candidate, and trains the chosen on everything. */
final class FinalModel {

    private final LearningTask task;
    private final SearchSettings settings;
    private final Function<Candidate, Learner> learners;

    FinalModel(LearningTask task, SearchSettings settings, Function<Candidate, Learner> learners) {
        this.task = task;
        this.settings = settings;
        this.learners = learners;
    }

    SearchOutcome choose(List<CrossValidated> tried, List<Candidate> skipped) {
        var ranked = tried.stream().sorted(bestFirst()).toList();
        var ensemble =
                proposal(GreedyEnsemble.of(task.schema().mlType(), task.train().labels(), settings.metric(), ranked));
        var single = proposal(List.of(new WeightedCandidate(ranked.get(0), 1)));
        var chosen = singleWins(single, ensemble) ? single : ensemble;
        var leaderboard = new Leaderboard(settings.metric()).of(ranked, skipped, single, ensemble, chosen);
        return new SearchOutcome(
                artifact(chosen),
                algorithm(chosen),
                leaderboard,
                chosen.cvScore(),
                task.train().count() + task.validate().count(),
                task.leftOut());
    }

    private Proposal proposal(List<WeightedCandidate> parts) {
        return new Proposal(parts, cvScore(parts), validateScore(parts));
    }

    private boolean singleWins(Proposal single, Proposal ensemble) {
        return single.validateScore().isPresent()
                && ensemble.validateScore().isPresent()
                && settings.metric()
                        .isBetter(
                                single.validateScore().getAsDouble(),
                                ensemble.validateScore().getAsDouble());
    }

    private double cvScore(List<WeightedCandidate> parts) {
        var scores = new double[task.train().count()][task.schema().outputCount()];
        for (var part : parts) {
            var ofPart = part.tried().scoreArray();
            for (int i = 0; i < scores.length; i++) {
                for (int k = 0; k < scores[i].length; k++) {
                    scores[i][k] += part.weight() * ofPart[i][k];
                }
            }
        }
        return metric(scores, task.train()).orElseThrow();
    }

    private OptionalDouble validateScore(List<WeightedCandidate> parts) {
        if (task.validate().count() == 0) {
            return OptionalDouble.empty();
        }
        try (var scorer = new TreeScorer(trained(parts, task.train()))) {
            return metric(scorer.scoreAll(task.validate().rows()), task.validate());
        }
    }

    private OptionalDouble metric(double[][] scores, TrainingRows rows) {
        return ScoredRows.of(task.schema().mlType(), scores, rows.labels()).metric(settings.metric());
    }

    private TreeEnsemble trained(List<WeightedCandidate> parts, TrainingRows rows) {
        var members = new ArrayList<Member>();
        for (var part : parts) {
            var candidate = part.tried().candidate();
            members.add(learners.apply(candidate)
                    .fit(candidate, task.schema(), rows, part.tried().rounds())
                    .withWeight(part.weight()));
        }
        return new TreeEnsemble(task.schema().features().size(), members);
    }

    private ModelArtifact artifact(Proposal chosen) {
        var trees = trained(chosen.parts(), task.train().and(task.validate()));
        var algorithms = chosen.parts().stream()
                .map(part -> part.tried().candidate().name())
                .toList();
        return ModelArtifact.ofTrees(task.schema(), trees, algorithms, facts(chosen));
    }

    private Map<String, String> facts(Proposal chosen) {
        return Map.of(
                "metric", settings.metric().label(),
                "cv_score", Double.toString(chosen.cvScore()),
                "folds", Integer.toString(settings.folds()),
                "seed", Long.toString(settings.seed()),
                "train_rows", Integer.toString(task.train().count()),
                "validate_rows", Integer.toString(task.validate().count()));
    }

    private static String algorithm(Proposal chosen) {
        var parts = chosen.parts();
        return parts.size() == 1
                ? parts.get(0).tried().candidate().name()
                : parts.stream()
                        .sorted(Comparator.comparingDouble(WeightedCandidate::weight)
                                .reversed())
                        .map(part -> "%.0f %% %s"
                                .formatted(
                                        100 * part.weight(),
                                        part.tried().candidate().name()))
                        .collect(Collectors.joining(", ", "Ensemble of ", ""));
    }

    private Comparator<CrossValidated> bestFirst() {
        Metric metric = settings.metric();
        var byScore = Comparator.comparingDouble(CrossValidated::cvScore);
        return metric.higherIsBetter() ? byScore.reversed() : byScore;
    }
}
