package io.aifactory.scoring.scored;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.scoring.duckdb.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one scoring's requests to the lake. Killed at any point it is done again from the start, with the same
 * requests, id and path, so that every score lies in the lake once.
 */
@Component
class Publishing {

    private final PendingScores pending;
    private final Scorings scorings;
    private final ScoredShapes shapes;
    private final ScoredFiles files;
    private final DuckDb duckDb;
    private final Lakes lakes;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publishing(
            PendingScores pending,
            Scorings scorings,
            ScoredShapes shapes,
            ScoredFiles files,
            DuckDb duckDb,
            Lakes lakes,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.pending = pending;
        this.scorings = scorings;
        this.shapes = shapes;
        this.files = files;
        this.duckDb = duckDb;
        this.lakes = lakes;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    void publish(Scoring scoring) {
        Path file = duckDb.newFile();
        try {
            transaction.executeWithoutResult(status -> write(scoring, file));
            lakes.of(scoring.endpoint().environment()).publish(scoring.decidedPath(), LakeContent.of(file));
            transaction.executeWithoutResult(status -> complete(scoring));
        } finally {
            delete(file);
        }
    }

    private void write(Scoring scoring, Path file) {
        var shape = shapes.of(scoring.endpoint(), scoring.decidedVersion());
        var reader = new RequestReader(shape);
        files.write(
                file,
                shape,
                action -> pending.forEach(scoring.scoringId(), request -> reader.read(request).stream()
                        .map(Publishing::cells)
                        .forEach(action)));
    }

    private void complete(Scoring scoring) {
        var result = pending.resultOf(scoring.scoringId(), clock.instant());
        if (scorings.complete(scoring.scoringId(), result)) {
            pending.removeAllOf(scoring.scoringId());
            outbox.publish(completed(scoring, result));
        }
    }

    private static ScoringCompleted completed(Scoring scoring, ScoredResult result) {
        var endpoint = scoring.endpoint();
        return new ScoringCompleted(
                endpoint.project(),
                endpoint.model(),
                scoring.decidedVersion(),
                endpoint.environment(),
                scoring.scoringId().value(),
                scoring.kind(),
                List.of(scoring.caller().value()),
                result.rows(),
                new LakeFile(endpoint.environment(), scoring.decidedPath().path()),
                null,
                result.completedAt());
    }

    private static List<@Nullable Object> cells(ScoredRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.scoringId());
        cells.add(row.scoredAt().atOffset(UTC));
        cells.add(row.caller());
        cells.addAll(row.row().values());
        cells.add(row.prediction());
        if (row.probability() != null) {
            cells.addAll(row.probability());
        }
        return cells;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
