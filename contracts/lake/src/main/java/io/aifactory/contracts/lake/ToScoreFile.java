package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Merged rows that wait for a batch score: {@code …/inference/0/gold/dev/v3/gold_to_score.parquet}, or a pipeline's
 * {@code …/inference/0/gold/dev/2026/11/20/{run}/gold_to_score.parquet}.
 *
 * @param zone the model version's data
 * @param environment the environment
 * @param date the day, where history is kept by day
 * @param edition which one
 */
public record ToScoreFile(
        ModelZone.Inference zone,
        EnvironmentTier environment,
        @Nullable LocalDate date,
        Edition edition) implements EnvironmentPath {

    public ToScoreFile {
        if (date != null) {
            Names.requireDate(date);
        }
    }

    @Override
    public String path() {
        String day = date == null ? "" : "/" + Names.folderOf(date);
        return "%s/gold/%s%s%s/gold_to_score.parquet".formatted(zone.path(), environment, day, edition.folder());
    }
}
