package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.RegistryName;
import java.time.Instant;
import java.util.Map;

/** A version in a list. */
record Entry(
        ProjectId project,
        ModelName model,
        DatasetName dataset,
        LakeLayer layer,
        EnvironmentTier environment,
        RegistryName registryName,
        DataPhase phase,
        int version,
        State state,
        long rows,
        long badRows,
        String path,
        String runId,
        Instant savedAt,
        Map<String, String> tags) {

    static Entry of(DatasetVersion version) {
        return new Entry(
                version.table().zone().project(),
                version.table().zone().model(),
                version.table().dataset(),
                version.table().layer(),
                version.table().environment(),
                version.table().registryName(),
                version.table().phase(),
                version.reference().version(),
                State.of(version.removedAt()),
                version.reference().rows(),
                version.badRows(),
                version.reference().file().path(),
                version.runId(),
                version.savedAt(),
                version.tags());
    }
}
