package io.aifactory.training.automl;

import io.aifactory.contracts.model.artifact.ModelArtifact;
import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param artifact the final model
 * @param algorithm what it is made of, for people
 * @param leaderboard everything that was tried, best first
 * @param cvScore the final model's metric in cross-validation
 * @param rows how many rows it learned from
 * @param leftOut columns that became no feature, with the reason
 */
public record SearchOutcome(
        ModelArtifact artifact,
        String algorithm,
        List<LeaderboardEntry> leaderboard,
        double cvScore,
        int rows,
        Map<String, String> leftOut) {

    public SearchOutcome {
        leaderboard = List.copyOf(leaderboard);
        leftOut = Map.copyOf(leftOut);
    }
}
