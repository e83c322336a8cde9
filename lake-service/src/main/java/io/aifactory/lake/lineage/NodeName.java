package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * The one name of each node:
 * {@code project001/11_diabetes_model_reg/ds01_diabetes/silver/dev/v1}, {@code project001/11_diabetes_model_reg/gold/dev/v2},
 * {@code project001/11_diabetes_model_reg/model/3}, {@code project001/scoring/0a9d6f31}, or a file's path, followed by
 * {@code #} and the SHA-256 of its content where that is known. No file in the lake has a {@code #} in its path.
 */
final class NodeName {

    private NodeName() {}

    static String dataset(
            ProjectId project,
            ModelName model,
            DatasetName dataset,
            LakeLayer layer,
            EnvironmentTier environment,
            int version) {
        String named = dataset.equals(DatasetName.GOLD) ? "" : dataset + "/";
        return "%s/%s/%s%s/%s/v%d".formatted(project, model, named, layer, environment, version);
    }

    static String dataset(ProjectId project, ModelName model, DatasetReference reference) {
        return dataset(
                project,
                model,
                reference.dataset(),
                reference.layer(),
                reference.file().environment(),
                reference.version());
    }

    static String model(ProjectId project, ModelName model, int version) {
        return "%s/%s/model/%d".formatted(project, model, version);
    }

    static String scoring(ProjectId project, String scoringId) {
        return "%s/scoring/%s".formatted(project, scoringId);
    }

    static String file(String path, @Nullable String sha256) {
        return sha256 == null ? path : path + "#" + sha256;
    }
}
