package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.ScoringKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of what a scoring's file holds. A batch's rows bear no request of their own: theirs is the batch, and a
 * column that is named like ours is the dataset's.
 */
final class FileRows {

    private final Scoring scoring;
    private final ScoredResult result;

    FileRows(Scoring scoring) {
        this.scoring = scoring;
        this.result = Objects.requireNonNull(scoring.result(), "only a completed scoring has rows");
    }

    ScoredRow row(Map<String, @Nullable Object> cells) {
        var values = new LinkedHashMap<String, @Nullable Object>(cells);
        var request = takeRequest(values, ScoredShape.SCORING_ID);
        var time = takeRequest(values, ScoredShape.SCORED_AT);
        takeRequest(values, ScoredShape.CALLER);
        var probability = probabilityOf(values);
        var prediction = Objects.requireNonNull(values.remove(ScoredShape.PREDICTION), "every row has a prediction");
        return new ScoredRow(
                request == null ? scoring.scoringId().value() : request.toString(),
                scoring.kind(),
                scoring.caller().value(),
                scoring.endpoint().model(),
                scoring.decidedVersion(),
                scoring.endpoint().environment(),
                scoredAt(time),
                prediction,
                probability,
                values);
    }

    private @Nullable Object takeRequest(Map<String, @Nullable Object> values, String column) {
        return scoring.kind() == ScoringKind.ONLINE ? values.remove(column) : null;
    }

    private Instant scoredAt(@Nullable Object time) {
        return time instanceof OffsetDateTime known ? known.toInstant() : result.lastScoredAt();
    }

    private static @Nullable List<Double> probabilityOf(Map<String, @Nullable Object> values) {
        var probability = new ArrayList<Double>();
        values.entrySet().removeIf(cell -> {
            boolean found = cell.getKey().startsWith(ScoredShape.PROBABILITY);
            if (found) {
                probability.add((Double) cell.getValue());
            }
            return found;
        });
        return probability.isEmpty() ? null : probability;
    }
}
