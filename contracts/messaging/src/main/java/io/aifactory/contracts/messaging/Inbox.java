package io.aifactory.contracts.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has arrived and waits to be handled: one entry per message id, in the order of arrival per partition. */
final class Inbox {

    private final JdbcClient database;

    Inbox(JdbcClient database) {
        this.database = database;
    }

    /** Stores an entry and returns whether it is new; one that has arrived before changes nothing. */
    boolean store(InboxEntry entry) {
        return database.sql("""
                        INSERT INTO inbox (entry_id, channel, type, partition_key, content_type, content, received_at, next_attempt_at)
                        VALUES (?, ?, ?, ?, ?, ?, now(), '-infinity')
                        ON CONFLICT (channel, entry_id) DO NOTHING
                        """)
                        .params(
                                entry.id(),
                                entry.channel(),
                                entry.type(),
                                entry.partitionKey(),
                                entry.contentType(),
                                entry.content())
                        .update()
                == 1;
    }

    /**
     * Returns the next entry that may be handled and keeps it from all others until the transaction ends: the oldest
     * whose partition has nothing older waiting.
     */
    Optional<StoredEntry> claimNext(Instant now) {
        return database.sql("""
                        SELECT seq, entry_id, channel, type, partition_key, content_type, content, attempts
                        FROM inbox entry
                        WHERE status = 'WAITING' AND next_attempt_at <= ?
                          AND NOT EXISTS (
                              SELECT 1 FROM inbox earlier
                              WHERE earlier.status = 'WAITING'
                                AND earlier.partition_key = entry.partition_key
                                AND earlier.seq < entry.seq)
                        ORDER BY seq
                        LIMIT 1
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StoredEntry(
                        row.getLong("seq"),
                        row.getInt("attempts"),
                        new InboxEntry(
                                row.getString("entry_id"),
                                row.getString("channel"),
                                row.getString("type"),
                                row.getString("partition_key"),
                                row.getString("content_type"),
                                row.getBytes("content"))))
                .optional();
    }

    void markDone(StoredEntry entry) {
        database.sql("UPDATE inbox SET status = 'DONE', attempts = attempts + 1, done_at = now() WHERE seq = ?")
                .param(entry.seq())
                .update();
    }

    void markFailed(StoredEntry entry, String error, Instant nextAttempt) {
        database.sql("""
                        UPDATE inbox SET attempts = attempts + 1, last_error = ?, next_attempt_at = ?,
                               first_failed_at = coalesce(first_failed_at, now()), last_failed_at = now()
                        WHERE seq = ? AND status = 'WAITING'
                        """)
                .params(error, nextAttempt.atOffset(ZoneOffset.UTC), entry.seq())
                .update();
    }

    void markDead(StoredEntry entry, String error) {
        database.sql("""
                        UPDATE inbox SET status = 'DEAD', attempts = attempts + 1, last_error = ?,
                               first_failed_at = coalesce(first_failed_at, now()), last_failed_at = now()
                        WHERE seq = ? AND status = 'WAITING'
                        """).params(error, entry.seq()).update();
    }

    /** An entry with its place in the order of arrival and the number of attempts made so far. */
    record StoredEntry(long seq, int attempts, InboxEntry entry) {}
}
