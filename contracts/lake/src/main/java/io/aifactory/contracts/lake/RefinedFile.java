package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;

/**
 * A source dataset refined: {@code …/train/ds01_diabetes/out/silver/dev/v3/silver.parquet}.
 *
 * @param zone to learn from or to score
 * @param dataset the source dataset
 * @param layer bronze or silver
 * @param environment the environment
 * @param edition which one
 */
public record RefinedFile(
        ModelZone zone, DatasetName dataset, RefinedLayer layer, EnvironmentTier environment, Edition edition)
        implements EnvironmentPath {

    public RefinedFile {
        Names.requireSource(dataset);
    }

    @Override
    public String path() {
        return "%s/%s/out/%s/%s%s/%s.parquet"
                .formatted(zone.path(), dataset, layer, environment, edition.folder(), layer);
    }
}
