package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;

/**
 * What is said about a file that could not be used at all: {@code …/ds01_diabetes/bad/dev/2021/01/01/diabetes.csv.txt}.
 *
 * @param zone to learn from or to score
 * @param dataset the source dataset
 * @param environment the environment
 * @param date the day whose folder the file lies in
 * @param name the name of what is said
 */
public record RejectedFile(
        ModelZone zone, DatasetName dataset, EnvironmentTier environment, LocalDate date, String name)
        implements EnvironmentPath {

    public RejectedFile {
        Names.requireSource(dataset);
        Names.requireDate(date);
        Names.requireFile(name);
    }

    @Override
    public String path() {
        return "%s/%s/bad/%s/%s/%s".formatted(zone.path(), dataset, environment, Names.folderOf(date), name);
    }
}
