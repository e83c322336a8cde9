package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;

/**
 * Where the files of one day land: {@code …/train/ds01_diabetes/in/dev/2021/01/01}.
 *
 * @param zone to learn from or to score
 * @param dataset the source dataset
 * @param environment the environment
 * @param date the day
 */
public record InFolder(ModelZone zone, DatasetName dataset, EnvironmentTier environment, LocalDate date)
        implements EnvironmentPath {

    public InFolder {
        Names.requireSource(dataset);
        Names.requireDate(date);
    }

    /** Returns the file of the given name in this folder. */
    public InFile file(String name) {
        return new InFile(this, name);
    }

    @Override
    public String path() {
        return "%s/%s/in/%s/%s".formatted(zone.path(), dataset, environment, Names.folderOf(date));
    }
}
