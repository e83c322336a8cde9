package io.aifactory.training.automl;

import io.aifactory.training.testscoring.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes the leaderboard of a search: the ensemble, the candidates best first, those that there was no time for. */
final class Leaderboard {

    private final Metric metric;

    Leaderboard(Metric metric) {
        this.metric = metric;
    }

    List<LeaderboardEntry> of(
            List<CrossValidated> ranked, List<Candidate> skipped, Proposal single, Proposal ensemble, Proposal chosen) {
        var entries = new ArrayList<LeaderboardEntry>();
        entries.add(ensembleEntry(ensemble, chosen == ensemble ? 1 : 0));
        for (var tried : ranked) {
            boolean isSingle = tried == single.parts().get(0).tried();
            entries.add(candidateEntry(
                    tried, isSingle ? boxed(single.validateScore()) : null, chosen.weightOf(tried.candidate())));
        }
        skipped.forEach(candidate -> entries.add(skippedEntry(candidate)));
        return entries;
    }

    private LeaderboardEntry ensembleEntry(Proposal ensemble, double weight) {
        double seconds = ensemble.parts().stream()
                .mapToDouble(part -> seconds(part.tried().fitTime()))
                .sum();
        return new LeaderboardEntry(
                LeaderboardEntry.ENSEMBLE,
                "LightGBM, XGBoost",
                metric.label(),
                ensemble.cvScore(),
                boxed(ensemble.validateScore()),
                0,
                seconds,
                weight,
                "");
    }

    private LeaderboardEntry candidateEntry(CrossValidated tried, @Nullable Double validateScore, double weight) {
        var candidate = tried.candidate();
        return new LeaderboardEntry(
                candidate.name(),
                candidate.library().label(),
                metric.label(),
                tried.cvScore(),
                validateScore,
                tried.rounds(),
                seconds(tried.fitTime()),
                weight,
                "");
    }

    private LeaderboardEntry skippedEntry(Candidate candidate) {
        return new LeaderboardEntry(
                candidate.name(),
                candidate.library().label(),
                metric.label(),
                null,
                null,
                0,
                0,
                0,
                "not tried, the time budget was used up");
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
