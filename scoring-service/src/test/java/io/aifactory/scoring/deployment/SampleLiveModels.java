package io.aifactory.scoring.deployment;

import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.scoring.scored.ScoredShape;
import java.time.Instant;

/** Models in memory that nobody promoted. */
public final class SampleLiveModels {

    private SampleLiveModels() {}

    public static LiveModel of(ModelArtifact artifact) {
        return new LiveModel(
                1, Instant.EPOCH, artifact.schema(), ScoredShape.of(artifact.schema()), artifact.openScorer());
    }
}
