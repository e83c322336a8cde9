package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which versions are looked for. What is absent may be anything.
 *
 * @param project the project
 * @param model the model
 * @param dataset the dataset
 * @param layer the layer
 * @param environment the environment
 * @param version the version
 * @param latest whether only the newest of each dataset, layer and environment
 */
record DatasetSearch(
        ProjectId project,
        @Nullable ModelName model,
        @Nullable DatasetName dataset,
        @Nullable LakeLayer layer,
        @Nullable EnvironmentTier environment,
        @Nullable Integer version,
        boolean latest) {

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("project", project.value());
        parameters.put("model", model == null ? null : model.value());
        parameters.put("dataset", dataset == null ? null : dataset.value());
        parameters.put("layer", layer == null ? null : layer.label());
        parameters.put("environment", environment == null ? null : environment.label());
        parameters.put("version", version);
        parameters.put("latest", latest);
        return parameters;
    }
}
