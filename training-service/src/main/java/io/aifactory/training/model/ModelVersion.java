package io.aifactory.training.model;

import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.training.automl.LeaderboardEntry;
import java.time.Instant;
import java.util.List;

/**
 * A version of a model. It never changes.
 *
 * @param project the project
 * @param model the model
 * @param version counted from 1
 * @param trigger what made its run start
 * @param algorithm what it is, for people
 * @param artifact its artifact in the lake of dev
 * @param lineage what it was made from
 * @param leaderboard what was tried for it, best first; empty when a pipeline delivered it
 * @param requestedBy who answers for it
 * @param trainedAt when
 */
public record ModelVersion(
        ProjectId project,
        ModelName model,
        int version,
        TrainingTrigger trigger,
        String algorithm,
        ModelArtifactReference artifact,
        Lineage lineage,
        List<LeaderboardEntry> leaderboard,
        String requestedBy,
        Instant trainedAt) {

    public ModelVersion {
        leaderboard = List.copyOf(leaderboard);
    }
}
