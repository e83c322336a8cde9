package io.aifactory.training.automl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a search left behind.
 *
 * @param model the model artifact
 * @param sha256 its SHA-256, lower-case hex
 * @param algorithm what the model is made of, for people
 * @param metric the metric that was improved
 * @param cvScore its value in cross-validation
 * @param rows how many rows the model learned from
 * @param leftOut columns that became no feature, with the reason
 * @param leaderboard everything that was tried, best first
 * @param seconds how long the search took, without the start of its process
 */
public record SearchResult(
        Path model,
        String sha256,
        String algorithm,
        String metric,
        double cvScore,
        int rows,
        Map<String, String> leftOut,
        List<LeaderboardEntry> leaderboard,
        double seconds) {

    public SearchResult {
        leftOut = Map.copyOf(leftOut);
        leaderboard = List.copyOf(leaderboard);
    }
}
