package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their scores, of a batch: {@code …/inference/2/scored/dev/2026/11/20/{run}/gold_scored.parquet}, or the
 * latest {@code …/inference/0/scored/dev/{run}/gold_scored.parquet}.
 *
 * @param zone the model version that scored
 * @param environment the environment
 * @param date the day, where history is kept by day
 * @param edition which one
 */
public record ScoredFile(
        ModelZone.Inference zone,
        EnvironmentTier environment,
        @Nullable LocalDate date,
        Edition edition) implements EnvironmentPath {

    public ScoredFile {
        if (date != null) {
            Names.requireDate(date);
        }
    }

    @Override
    public String path() {
        String day = date == null ? "" : "/" + Names.folderOf(date);
        return "%s/scored/%s%s%s/gold_scored.parquet".formatted(zone.path(), environment, day, edition.folder());
    }
}
