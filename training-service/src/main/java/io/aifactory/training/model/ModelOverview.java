package io.aifactory.training.model;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.training.settings.ConfiguredModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model in a list. */
record ModelOverview(
        ModelName model,
        MlType mlType,
        String label,
        String owner,
        @Nullable Integer newestVersion,
        Map<EnvironmentTier, Integer> champions) {

    static ModelOverview of(
            ConfiguredModel configured, List<ModelVersion> versions, Map<EnvironmentTier, Integer> champions) {
        return new ModelOverview(
                configured.model(),
                configured.settings().mlType(),
                configured.settings().label(),
                configured.owner(),
                versions.isEmpty() ? null : versions.get(0).version(),
                champions);
    }
}
