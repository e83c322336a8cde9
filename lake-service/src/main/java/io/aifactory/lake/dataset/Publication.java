package io.aifactory.lake.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.lake.lineage.LineageStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Saves new versions of one step, all or none. Their files are sent to the lake before the transaction, which only puts them
 * in their places. Who is stopped between files and catalogue leaves files that no catalogue names; the next run puts its own
 * in their place, under the same version.
 */
@Component
public class Publication {

    private final DatasetVersions versions;
    private final NewVersions additions;
    private final MadeFrom madeFrom;
    private final LineageStore lineage;
    private final Lakes lakes;
    private final Outbox outbox;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publication(
            DatasetVersions versions,
            NewVersions additions,
            MadeFrom madeFrom,
            LineageStore lineage,
            Lakes lakes,
            Outbox outbox,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.versions = versions;
        this.additions = additions;
        this.madeFrom = madeFrom;
        this.lineage = lineage;
        this.lakes = lakes;
        this.outbox = outbox;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns whether the table was last made from the same inputs, so that making it again would change nothing. */
    public boolean isMadeFrom(TableId table, String inputs) {
        return madeFrom.inputsOf(table).filter(inputs::equals).isPresent();
    }

    /** Returns how things stand in a zone. A run has to take it before it reads settings or data. */
    public Baseline baseline(ModelZone zone) {
        return madeFrom.inputsIn(zone);
    }

    /**
     * Saves in one transaction what the step places and announces, and remembers from what the table was made. One at a
     * time saves for the same model and environment, so version numbers have no gaps and no owners to dispute them.
     *
     * @throws TableChangedMeanwhile if the table was saved since the baseline, with nothing saved
     */
    public void save(TableId table, String inputs, Baseline baseline, Step step) {
        String runId = UUID.nameUUIDFromBytes((table + inputs).getBytes(UTF_8)).toString();
        save(table, inputs, baseline, runId, step);
    }

    void save(TableId table, String inputs, Baseline baseline, String runId, Step step) {
        try (var sending = new Sending(versions, lakes.of(table.environment()))) {
            step.send().accept(sending);
            transaction.executeWithoutResult(status -> {
                lock(table.zone(), table.environment());
                requireUnchanged(table, baseline);
                step.save()
                        .accept(new Saving(
                                versions,
                                additions,
                                lineage,
                                sending,
                                outbox,
                                runId,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
                madeFrom.remember(table, inputs);
            });
        }
    }

    /** A run that was paused may be done by somebody else too, with newer data, and wake up after that. */
    private void requireUnchanged(TableId table, Baseline baseline) {
        if (!madeFrom.inputsOf(table).equals(baseline.inputsOf(table))) {
            throw new TableChangedMeanwhile(table);
        }
    }

    private void lock(ModelZone zone, EnvironmentTier environment) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "%s/%s/%s".formatted(zone.project(), zone.model(), environment))
                .query((row, number) -> number)
                .single();
    }
}
