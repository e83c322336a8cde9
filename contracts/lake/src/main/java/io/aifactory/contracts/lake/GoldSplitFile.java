package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;

/**
 * A part of gold: {@code …/train/gold/dev/Train/v3/gold_train.parquet}.
 *
 * @param zone the model's training data
 * @param environment the environment
 * @param split which part
 * @param edition which one
 */
public record GoldSplitFile(ModelZone.Train zone, EnvironmentTier environment, GoldSplit split, Edition edition)
        implements EnvironmentPath {

    @Override
    public String path() {
        return "%s/gold/%s/%s%s/%s.parquet"
                .formatted(zone.path(), environment, split.folder(), edition.folder(), split.layer());
    }
}
