package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.ScoringKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes scored rows to Parquet files and reads them. */
public interface ScoredFiles {

    /** Writes a file of online scores: the request's id, time and caller, the features, then the scores. */
    void write(Path file, ScoredShape shape, RowSource rows);

    /**
     * Returns rows of a file in its order; those of an online file that were scored last first.
     *
     * @param kind what kind of file it is
     * @param range which rows; of a batch's file, whose rows bear neither id nor time, only the limit counts
     */
    List<Map<String, @Nullable Object>> read(Path file, ScoringKind kind, RowRange range);

    /** Hands over rows one by one. */
    @FunctionalInterface
    interface RowSource {

        /** Calls the consumer with each row: request id, time, caller, features, prediction, probabilities. */
        void forEach(Consumer<List<@Nullable Object>> action);
    }

    /**
     * Restricts rows that bear a request's id and time.
     *
     * @param scoringId the request
     * @param from the earliest time
     * @param to the time to stay before
     * @param limit how many rows at most
     */
    record RowRange(
            @Nullable String scoringId,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit) {}
}
