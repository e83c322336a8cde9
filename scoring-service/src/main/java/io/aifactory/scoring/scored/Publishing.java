package io.aifactory.scoring.scored;

import io.aifactory.contracts.messaging.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one scoring's requests to the lake. Killed at any point it is done again from the start, with the same
 * requests, id and path, so that every score lies in the lake once.
 */
@Component
class Publishing {

    private final ScoredFileWriter writer;
    private final PendingScores pending;
    private final Scorings scorings;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publishing(
            ScoredFileWriter writer,
            PendingScores pending,
            Scorings scorings,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.pending = pending;
        this.scorings = scorings;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing if it was done already or is being done elsewhere. */
    void publish(Scoring scoring) {
        // a run that was believed dead may wake up after another has published and removed the requests
        transaction.executeWithoutResult(status -> {
            if (scorings.lockRunning(scoring.scoringId())) {
                writer.writeToLake(scoring);
                complete(scoring);
            }
        });
    }

    private void complete(Scoring scoring) {
        var result = pending.resultOf(scoring.scoringId(), clock.instant());
        if (scorings.complete(scoring.scoringId(), result)) {
            pending.removeAllOf(scoring.scoringId());
            outbox.publish(scoring.completed(result, null));
        }
    }
}
