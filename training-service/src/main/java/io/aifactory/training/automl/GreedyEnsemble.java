package io.aifactory.training.automl;

import io.aifactory.contracts.events.MlType;
import io.aifactory.training.testscoring.Metric;
import io.aifactory.training.testscoring.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ensemble selection with replacement (Caruana, Niculescu-Mizil, Crew, Ksikes 2004): again and again the candidate that
 * improves the metric of the mean most is added once more; how often each was added is its weight.
 */
final class GreedyEnsemble {

    private static final int STEPS = 20;

    private final MlType mlType;
    private final double[] labels;
    private final Metric metric;
    private final List<CrossValidated> tried;
    private final int[] counts;
    private final double[][] sums;

    private GreedyEnsemble(MlType mlType, double[] labels, Metric metric, List<CrossValidated> tried) {
        this.mlType = mlType;
        this.labels = labels;
        this.metric = metric;
        this.tried = tried;
        this.counts = new int[tried.size()];
        this.sums = new double[labels.length][tried.get(0).scores().get(0).length];
    }

    static List<WeightedCandidate> of(MlType mlType, double[] labels, Metric metric, List<CrossValidated> tried) {
        return new GreedyEnsemble(mlType, labels, metric, tried).select();
    }

    private List<WeightedCandidate> select() {
        int[] best = counts.clone();
        @Nullable Double bestScore = null;
        for (int step = 1; step <= STEPS; step++) {
            double score = addBest(step);
            if (bestScore == null || metric.isBetter(score, bestScore)) {
                bestScore = score;
                best = counts.clone();
            }
        }
        return weighted(best);
    }

    private double addBest(int step) {
        int chosen = 0;
        double chosenScore = scoreWith(0, step);
        for (int i = 1; i < tried.size(); i++) {
            double score = scoreWith(i, step);
            if (metric.isBetter(score, chosenScore)) {
                chosen = i;
                chosenScore = score;
            }
        }
        counts[chosen]++;
        add(tried.get(chosen).scoreArray(), sums);
        return chosenScore;
    }

    private double scoreWith(int candidate, int step) {
        var mean = new double[sums.length][];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sums[i].clone();
        }
        add(tried.get(candidate).scoreArray(), mean);
        for (var row : mean) {
            for (int k = 0; k < row.length; k++) {
                row[k] /= step;
            }
        }
        return ScoredRows.of(mlType, mean, labels).metric(metric).orElse(metric.worst());
    }

    private List<WeightedCandidate> weighted(int[] chosen) {
        double total = IntStream.of(chosen).sum();
        var weighted = new ArrayList<WeightedCandidate>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] > 0) {
                weighted.add(new WeightedCandidate(tried.get(i), chosen[i] / total));
            }
        }
        return weighted;
    }

    private static void add(double[][] scores, double[][] to) {
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < scores[i].length; k++) {
                to[i][k] += scores[i][k];
            }
        }
    }
}
