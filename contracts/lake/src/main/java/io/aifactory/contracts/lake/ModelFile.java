package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;

/**
 * A file of a model version's artifact: {@code …/train/model/dev/v3/model.zip}.
 *
 * @param zone the model
 * @param environment whose lake
 * @param version the model version, counted from 1
 * @param name the file's name
 */
public record ModelFile(ModelZone.Train zone, EnvironmentTier environment, int version, String name)
        implements EnvironmentPath {

    /** The artifact itself. */
    public static final String ARTIFACT = "model.zip";

    public ModelFile {
        Names.requireNumber("model version", version, 1);
        Names.requireFile(name);
    }

    @Override
    public String path() {
        return "%s/model/%s/v%d/%s".formatted(zone.path(), environment, version, name);
    }
}
