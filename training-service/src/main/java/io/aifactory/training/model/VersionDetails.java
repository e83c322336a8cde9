package io.aifactory.training.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aifactory.training.automl.LeaderboardEntry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** All that is known of a model version; scorings by version of the test set. */
record VersionDetails(
        @JsonUnwrapped VersionOverview overview,
        SortedMap<Integer, Map<String, Double>> scorings,
        List<LeaderboardEntry> leaderboard,
        Lineage lineage) {}
