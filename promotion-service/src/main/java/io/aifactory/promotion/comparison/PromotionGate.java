package io.aifactory.promotion.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens for a challenger that is better than the champion in every metric of the settings, on the newest test set both
 * were scored on, and stays shut in every other case: what is missing, unknown, not a number or not comparable is a
 * reason against. A first model, without a champion, passes if all its metrics are there.
 *
 * <p>A weight is the margin by which the challenger has to be better, in the metric's own direction: for {@code rmse} a
 * weight of 3 asks for an error that is more than 3 lower, a weight of -3 allows one that is less than 3 higher. (In the
 * ESML factory the weight was subtracted whichever way was up, so that a positive one made error metrics lenient.)
 */
public final class PromotionGate {

    private PromotionGate() {}

    /** Returns whether the challenger may go on, and why not if it may not. */
    public static GateResult judge(Contest contest) {
        List<String> reasons = new ArrayList<>(reasonsAgainst(contest));
        Optional<Scoring> challenger = challengerScoring(contest);
        Optional<Scoring> champion =
                challenger.flatMap(scoring -> scoringOn(scoring.testSet(), contest.championScorings()));
        if (challenger.isEmpty()) {
            reasons.add(notScored(contest));
        }
        if (!reasons.isEmpty()) {
            return new GateResult.Failed(contest.champion(), null, List.of(), reasons);
        }
        return compare(contest, challenger.orElseThrow(), champion.orElse(null));
    }

    private static GateResult compare(Contest contest, Scoring challenger, @Nullable Scoring champion) {
        var round = new MetricRound(contest.mlType(), challenger, champion);
        contest.weights().forEach(round::play);
        if (round.reasons().isEmpty()) {
            return new GateResult.Passed(contest.champion(), challenger.testSet(), round.comparison());
        }
        return new GateResult.Failed(contest.champion(), challenger.testSet(), round.comparison(), round.reasons());
    }

    private static List<String> reasonsAgainst(Contest contest) {
        var reasons = new ArrayList<String>();
        if (contest.mlType() != contest.model().mlType()) {
            reasons.add("the settings are for %s, but %s is for %s"
                    .formatted(
                            contest.mlType(), contest.model(), contest.model().mlType()));
        }
        if (contest.weights().isEmpty()) {
            reasons.add("the settings name no metric to compare");
        }
        if (contest.champion() != null && contest.champion() == contest.challenger()) {
            reasons.add("version %d is the champion of %s already".formatted(contest.challenger(), contest.target()));
        }
        return reasons;
    }

    private static Optional<Scoring> challengerScoring(Contest contest) {
        return contest.challengerScorings().stream()
                .filter(scoring -> contest.champion() == null
                        || scoringOn(scoring.testSet(), contest.championScorings())
                                .isPresent())
                .max(Comparator.comparingInt(scoring -> scoring.testSet().version()));
    }

    private static Optional<Scoring> scoringOn(TestSet testSet, List<Scoring> scorings) {
        return scorings.stream()
                .filter(scoring -> scoring.testSet().equals(testSet))
                .findFirst();
    }

    private static String notScored(Contest contest) {
        if (contest.challengerScorings().isEmpty()) {
            return "version %d was not scored on any test set".formatted(contest.challenger());
        }
        return "the champion of %s, version %d, was not scored on a test set that version %d was scored on"
                .formatted(contest.target(), contest.champion(), contest.challenger());
    }
}
