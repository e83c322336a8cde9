package io.aifactory.training.model;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.TrainingTrigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A model version in a list, with its metrics on the test set it was first tested on. */
record VersionOverview(
        ModelName model,
        int version,
        String runId,
        TrainingTrigger trigger,
        String algorithm,
        Map<String, Double> metrics,
        DatasetReference testSet,
        ModelArtifactReference artifact,
        List<EnvironmentTier> championOf,
        String requestedBy,
        Instant trainedAt) {

    static VersionOverview of(
            ModelVersion version, Map<String, Double> metrics, Map<EnvironmentTier, Integer> champions) {
        var championOf = champions.entrySet().stream()
                .filter(champion -> champion.getValue() == version.version())
                .map(Map.Entry::getKey)
                .toList();
        return new VersionOverview(
                version.model(),
                version.version(),
                version.lineage().runId(),
                version.trigger(),
                version.algorithm(),
                metrics,
                version.lineage().testSet(),
                version.artifact(),
                championOf,
                version.requestedBy(),
                version.trainedAt());
    }
}
