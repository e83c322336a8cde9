package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;

/**
 * All source datasets of a model, merged: {@code …/train/gold/dev/v3/gold.parquet}.
 *
 * @param zone the model's training data
 * @param environment the environment
 * @param edition which one
 */
public record GoldFile(ModelZone.Train zone, EnvironmentTier environment, Edition edition) implements EnvironmentPath {

    @Override
    public String path() {
        return "%s/gold/%s%s/gold.parquet".formatted(zone.path(), environment, edition.folder());
    }
}
