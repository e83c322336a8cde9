package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;

/**
 * A model file a pipeline delivers: {@code …/train/model/dev/in/4711/model.onnx}.
 *
 * @param zone the model
 * @param environment whose lake
 * @param buildId the pipeline's build
 * @param name the file's name
 */
public record DeliveredModelFile(ModelZone.Train zone, EnvironmentTier environment, String buildId, String name)
        implements EnvironmentPath {

    public DeliveredModelFile {
        Names.require("the build id", buildId, Names.BUILD, Names.EXPECTED_BUILD);
        Names.requireFile(name);
    }

    @Override
    public String path() {
        return "%s/model/%s/in/%s/%s".formatted(zone.path(), environment, buildId, name);
    }
}
