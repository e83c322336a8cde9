package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What projects cost: {@code aifactory-governance/cross-charging/dev/2026/11/20/costs.csv}, and its copy in
 * {@code …/dev/latest/}.
 *
 * @param environment the environment
 * @param date the day; absent for the latest
 * @param name the file's name
 */
public record CostReportFile(
        EnvironmentTier environment, @Nullable LocalDate date, String name) implements LakePath {

    public CostReportFile {
        Names.requireFile(name);
        if (date != null) {
            Names.requireDate(date);
        }
    }

    @Override
    public String path() {
        String day = date == null ? "latest" : Names.folderOf(date);
        return "aifactory-governance/cross-charging/%s/%s/%s".formatted(environment, day, name);
    }
}
