package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was asked online, or what was answered: {@code …/inference/2/scored/prod/2026/11/20/{scoring}/scored_crm.parquet}.
 * Question and answer of one scoring bear the same scoring id. A copy without the id, in the day's folder, is the latest
 * of that day.
 *
 * @param zone the model version that scored
 * @param content the question or the answer
 * @param environment the environment
 * @param date the day
 * @param scoringId what joins question and answer; absent for the latest of the day
 * @param caller who asked; {@link #UNKNOWN_CALLER} when nobody said
 */
public record OnlineFile(
        ModelZone.Inference zone,
        Content content,
        EnvironmentTier environment,
        LocalDate date,
        @Nullable String scoringId,
        String caller)
        implements EnvironmentPath {

    /** Stands for a caller who gave no id. */
    public static final String UNKNOWN_CALLER = "user_guid";

    /** The two files of an online scoring. */
    public enum Content {
        /** The question. */
        TO_SCORE("gold", "to_score"),
        /** The answer. */
        SCORED("scored", "scored");

        private final String folder;
        private final String stem;

        Content(String folder, String stem) {
            this.folder = folder;
            this.stem = stem;
        }

        String template() {
            return "/" + folder + "/{environment}/{date}[/{run}]/" + stem + "_{caller}.parquet";
        }
    }

    public OnlineFile {
        Names.requireDate(date);
        Names.require("the caller", caller, Names.CALLER, Names.EXPECTED_CALLER);
        if (scoringId != null) {
            Names.require("the scoring id", scoringId, Names.RUN, Names.EXPECTED_RUN);
        }
    }

    @Override
    public String path() {
        String scoring = scoringId == null ? "" : "/" + scoringId;
        return "%s/%s/%s/%s%s/%s_%s.parquet"
                .formatted(
                        zone.path(), content.folder, environment, Names.folderOf(date), scoring, content.stem, caller);
    }
}
