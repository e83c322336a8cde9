package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;

/**
 * What was turned away while a source dataset was refined: {@code …/ds01_diabetes/bad/dev/v3/bad.csv}, or a notebook's
 * {@code bad/dev/log.txt}.
 *
 * @param zone to learn from or to score
 * @param dataset the source dataset
 * @param environment the environment
 * @param edition which one; latest or a version or a run
 * @param name the file's name
 */
public record BadFile(ModelZone zone, DatasetName dataset, EnvironmentTier environment, Edition edition, String name)
        implements EnvironmentPath {

    public BadFile {
        Names.requireSource(dataset);
        Names.requireFile(name);
    }

    @Override
    public String path() {
        return "%s/%s/bad/%s%s/%s".formatted(zone.path(), dataset, environment, edition.folder(), name);
    }
}
