package io.aifactory.scoring.batch;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.scoring.deployment.DeployedVersions;
import io.aifactory.scoring.duckdb.DuckDb;
import io.aifactory.scoring.scored.ScoredResult;
import io.aifactory.scoring.scored.Scoring;
import io.aifactory.scoring.scored.Scorings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scores one dataset with the decided version and puts the scores into the lake, whole or not at all. */
@Component
class BatchRun {

    private final Scorings scorings;
    private final BatchInputs inputs;
    private final DeployedVersions versions;
    private final BatchEngine engine;
    private final DuckDb duckDb;
    private final Lakes lakes;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchRun(
            Scorings scorings,
            BatchInputs inputs,
            DeployedVersions versions,
            BatchEngine engine,
            DuckDb duckDb,
            Lakes lakes,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.scorings = scorings;
        this.inputs = inputs;
        this.versions = versions;
        this.engine = engine;
        this.duckDb = duckDb;
        this.lakes = lakes;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    void score(Scoring scoring) {
        try {
            var startedAt = clock.instant();
            long rows = scoreToLake(scoring);
            transaction.executeWithoutResult(status -> complete(scoring, rows, startedAt));
        } catch (BatchRefused | ModelRefused | LakeFileNotFound e) {
            scorings.fail(scoring.scoringId(), String.valueOf(e.getMessage()));
        }
    }

    private long scoreToLake(Scoring scoring) {
        var lake = lakes.of(scoring.endpoint().environment());
        var input = LakePaths.parse(inputs.of(scoring.scoringId()).file());
        Path output = duckDb.newFile();
        try (var model = versions.use(scoring.endpoint(), scoring.decidedVersion());
                var copy = lake.localCopy(input)) {
            long rows = engine.score(copy.path(), model, output);
            lake.publish(scoring.decidedPath(), LakeContent.of(output));
            return rows;
        } finally {
            delete(output);
        }
    }

    private void complete(Scoring scoring, long rows, Instant startedAt) {
        var result = new ScoredResult(rows, startedAt, startedAt, clock.instant());
        if (scorings.complete(scoring.scoringId(), result)) {
            outbox.publish(completed(scoring, result));
        }
    }

    private ScoringCompleted completed(Scoring scoring, ScoredResult result) {
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
                inputs.of(scoring.scoringId()),
                result.completedAt());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
