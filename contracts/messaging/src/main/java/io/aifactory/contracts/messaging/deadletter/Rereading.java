package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.deadletter.Act.Done;
import io.aifactory.contracts.messaging.deadletter.Act.Letter;
import io.aifactory.contracts.messaging.deadletter.DeadLetterOutcome.StillDead;
import io.aifactory.contracts.messaging.deadletter.UnreadableReader.Unreadable;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads again, with the present code, what could not be read. What can be read now becomes an entry like any other, behind
 * those of its project that have arrived; if it has arrived before in another way, nothing more happens.
 */
final class Rereading {

    private final DeadLetterTable table;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final UnreadableReader reader;

    Rereading(JdbcClient database, TransactionTemplate transaction, Inbox inbox, UnreadableReader reader) {
        this.table = new DeadLetterTable(database);
        this.database = database;
        this.transaction = transaction;
        this.inbox = inbox;
        this.reader = reader;
    }

    Done of(long seq, String person) {
        return table.find(seq).map(found -> readAndStored(found, person)).orElse(Done.NOTHING);
    }

    private Done readAndStored(DeadLetterDetail unreadable, String person) {
        long seq = unreadable.deadLetter().seq();
        try {
            InboxEntry entry = reader.read(unreadable);
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> stored(seq, entry, person)));
            return done ? new Done(List.of(new Letter(seq, entry.type())), List.of()) : Done.NOTHING;
        } catch (Unreadable | DataIntegrityViolationException e) {
            return new Done(List.of(), List.of(new StillDead(seq, String.valueOf(e.getMessage()))));
        }
    }

    private boolean stored(long seq, InboxEntry entry, String person) {
        boolean dead = database.sql("SELECT seq FROM inbox WHERE seq = ? AND status = 'DEAD' FOR UPDATE SKIP LOCKED")
                .param(seq)
                .query(Long.class)
                .optional()
                .isPresent();
        if (dead) {
            inbox.store(entry);
            database.sql("UPDATE inbox SET status = 'DONE', done_at = now() WHERE seq = ?")
                    .param(seq)
                    .update();
            database.sql("INSERT INTO dead_letter_act (seq, act, person, at) VALUES (?, 'RESUBMITTED', ?, now())")
                    .params(seq, person)
                    .update();
        }
        return dead;
    }
}
