package io.aifactory.scoring.batch;

import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.scoring.scored.ScoredResult;
import io.aifactory.scoring.scored.Scoring;
import io.aifactory.scoring.scored.Scorings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scores one dataset with the decided version and says so, or why not. */
@Component
class BatchRun {

    private final BatchFileWriter writer;
    private final BatchInputs inputs;
    private final Scorings scorings;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchRun(
            BatchFileWriter writer,
            BatchInputs inputs,
            Scorings scorings,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.inputs = inputs;
        this.scorings = scorings;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    void score(Scoring scoring) {
        try {
            var startedAt = clock.instant();
            long rows = writer.scoreToLake(scoring);
            transaction.executeWithoutResult(status -> complete(scoring, rows, startedAt));
        } catch (BatchRefused | ModelRefused | LakeFileNotFound e) {
            scorings.fail(scoring.scoringId(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            scorings.explain(scoring.scoringId(), "is tried again: " + e.getMessage());
            throw e;
        }
    }

    private void complete(Scoring scoring, long rows, Instant startedAt) {
        var result = new ScoredResult(rows, startedAt, startedAt, clock.instant());
        if (scorings.complete(scoring.scoringId(), result)) {
            outbox.publish(scoring.completed(result, inputs.of(scoring.scoringId())));
        }
    }
}
