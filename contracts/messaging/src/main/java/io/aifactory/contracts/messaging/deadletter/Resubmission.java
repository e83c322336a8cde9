package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.deadletter.DeadLetterOutcome.StillDead;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets dead letters wait for their turn again: those that were read once, in their old place; the others are read again. */
final class Resubmission implements Act {

    private final JdbcClient database;
    private final Rereading rereading;
    private final String person;

    Resubmission(JdbcClient database, Rereading rereading, String person) {
        this.database = database;
        this.rereading = rereading;
        this.person = person;
    }

    @Override
    public Done to(List<DeadLetter> batch) {
        var byReadability = batch.stream()
                .collect(Collectors.partitioningBy(letter -> letter.type().equals(InboxEntry.UNREADABLE)));
        List<Letter> resubmitted = new ArrayList<>(inTheirOldPlace(byReadability.getOrDefault(false, List.of())));
        List<StillDead> stillDead = new ArrayList<>();
        for (DeadLetter unreadable : byReadability.getOrDefault(true, List.of())) {
            Done done = rereading.of(unreadable.seq(), person);
            resubmitted.addAll(done.letters());
            stillDead.addAll(done.stillDead());
        }
        return new Done(resubmitted, stillDead);
    }

    private List<Letter> inTheirOldPlace(List<DeadLetter> batch) {
        return database.sql("""
                        WITH resubmitted AS MATERIALIZED (SELECT the_seq, the_type FROM inbox_resubmit(?)),
                        recorded AS (
                            INSERT INTO dead_letter_act (seq, act, person, at)
                            SELECT the_seq, 'RESUBMITTED', ?, now() FROM resubmitted)
                        SELECT the_seq, the_type FROM resubmitted ORDER BY the_seq
                        """)
                .params(batch.stream().map(DeadLetter::seq).toArray(Long[]::new), person)
                .query((row, number) -> new Letter(row.getLong("the_seq"), row.getString("the_type")))
                .list();
    }
}
