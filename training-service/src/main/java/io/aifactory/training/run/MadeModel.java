package io.aifactory.training.run;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.training.automl.LeaderboardEntry;
import io.aifactory.training.gold.GoldVersion;
import java.util.List;
import java.util.Map;

/**
 * What a run has made before it has a version number.
 *
 * @param artifact the model
 * @param algorithm what it is, for people
 * @param gold the gold version whose test set it is tested on
 * @param learnedFrom the dataset versions it learned from; empty when a pipeline trained it elsewhere
 * @param leaderboard what was tried for it
 * @param facts what else is known
 * @param files files to be kept beside the artifact, by name
 */
record MadeModel(
        ModelArtifact artifact,
        String algorithm,
        GoldVersion gold,
        List<DatasetReference> learnedFrom,
        List<LeaderboardEntry> leaderboard,
        Map<String, String> facts,
        Map<String, LakeContent> files) {

    MadeModel {
        learnedFrom = List.copyOf(learnedFrom);
        leaderboard = List.copyOf(leaderboard);
        facts = Map.copyOf(facts);
        files = Map.copyOf(files);
    }
}
