package io.aifactory.contracts.messaging.inbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.aifactory.contracts.messaging.tracing.TraceParent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What has arrived and waits to be handled: one entry per message id, in the order of arrival per partition. The rules are
 * kept by the functions beside the table, in {@code db/messaging}; times are the database's.
 */
public final class Inbox {

    private final JdbcClient database;

    /** @param database the service's own */
    public Inbox(JdbcClient database) {
        this.database = database;
    }

    /** Stores an entry and returns whether it is new; one that has arrived before changes nothing. */
    public boolean store(InboxEntry entry) {
        return !store(List.of(entry)).isEmpty();
    }

    /** Stores entries in the given order, all or none, and returns those that are new. */
    Set<InboxEntry> store(List<InboxEntry> entries) {
        Map<List<String>, InboxEntry> byMessage = entries.stream()
                .collect(toMap(entry -> List.of(entry.channel(), entry.id()), identity(), (one, repeat) -> one));
        return new HashSet<>(database.sql("SELECT stored_channel, stored_id FROM inbox_store(?, ?, ?, ?, ?, ?, ?)")
                .params(
                        texts(entries, InboxEntry::id),
                        texts(entries, InboxEntry::channel),
                        texts(entries, InboxEntry::type),
                        texts(entries, InboxEntry::partitionKey),
                        texts(entries, InboxEntry::contentType),
                        entries.stream().map(InboxEntry::content).toArray(byte[][]::new),
                        texts(entries, entry -> Objects.toString(entry.traceParent(), null)))
                .query((row, number) ->
                        Objects.requireNonNull(byMessage.get(List.of(row.getString(1), row.getString(2)))))
                .list());
    }

    private static String[] texts(List<InboxEntry> entries, Function<InboxEntry, @Nullable String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }

    /**
     * Stores, as dead, a message that could not be read. It waits for nobody and nobody waits for it.
     *
     * @param properties the message's application properties as JSON, so that it can be read again
     */
    public void storeUnreadable(InboxEntry entry, String properties, String reason, String description) {
        database.sql("""
                        INSERT INTO inbox (entry_id, channel, type, partition_key, content_type, content, properties,
                                           status, error_type, last_error, received_at, next_attempt_at,
                                           first_failed_at, last_failed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, 'DEAD', ?, ?, now(), '-infinity', now(), now())
                        ON CONFLICT (channel, entry_id) DO NOTHING
                        """)
                .params(
                        entry.id(),
                        entry.channel(),
                        entry.type(),
                        entry.partitionKey(),
                        entry.contentType(),
                        entry.content(),
                        properties,
                        reason,
                        description)
                .update();
    }

    /**
     * Returns the next entries that may be handled, each of another partition, and keeps them from all others until the
     * transaction ends. Those that failed before and are due come first.
     */
    List<StoredEntry> claimNext(int most) {
        return database.sql("""
                        SELECT seq, entry_id, channel, type, partition_key, content_type, content, trace_parent, attempts
                        FROM inbox
                        WHERE status = 'WAITING' AND head AND next_attempt_at <= now()
                        ORDER BY next_attempt_at DESC, seq
                        LIMIT ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(most)
                .query((row, number) -> new StoredEntry(
                        row.getLong("seq"),
                        row.getInt("attempts"),
                        new InboxEntry(
                                row.getString("entry_id"),
                                row.getString("channel"),
                                row.getString("type"),
                                row.getString("partition_key"),
                                row.getString("content_type"),
                                row.getBytes("content"),
                                TraceParent.parse(row.getString("trace_parent")).orElse(null))))
                .list();
    }

    /** Returns the place of the newest entry, 0 if there is none. */
    long newest() {
        return database.sql("SELECT coalesce(max(seq), 0) FROM inbox")
                .query(Long.class)
                .single();
    }

    /** Counts an attempt that is yet to be made. */
    void countAttempt(StoredEntry entry) {
        database.sql("UPDATE inbox SET attempts = attempts + 1 WHERE seq = ?")
                .param(entry.seq())
                .update();
    }

    /** Says that an entry was handled, at the given attempt. */
    void markDone(StoredEntry entry, int attempts) {
        markDone(List.of(entry), attempts);
    }

    /** Says that entries were handled, each at the first attempt. */
    void markDoneAtOnce(List<StoredEntry> entries) {
        markDone(entries, 1);
    }

    private void markDone(List<StoredEntry> entries, int attempts) {
        database.sql("SELECT inbox_done(?, ?, ?)")
                .params(
                        entries.stream().map(StoredEntry::seq).toArray(Long[]::new),
                        entries.stream()
                                .map(entry -> entry.entry().partitionKey())
                                .toArray(String[]::new),
                        attempts)
                .query((row, number) -> true)
                .single();
    }

    /** Tries an entry again after the pause; that many attempts have been made by now. */
    void retryAfter(StoredEntry entry, Duration pause, int attempts, Failure failure) {
        record(entry, pause, attempts, failure);
        giveWay(entry);
    }

    /** Gives an entry up; that many attempts have been made by now. */
    void markDead(StoredEntry entry, int attempts, Failure failure) {
        record(entry, Duration.ZERO, attempts, failure);
        database.sql("SELECT inbox_dead(?, ?, ?)")
                .params(entry.seq(), entry.entry().partitionKey(), attempts)
                .query((row, number) -> true)
                .single();
    }

    private void record(StoredEntry entry, Duration pause, int attempts, Failure failure) {
        database.sql("""
                        UPDATE inbox SET attempts = ?, next_attempt_at = now() + ? * interval '1 ms',
                               last_error = ?, error_type = ?, error_place = ?, trace_id = ?,
                               first_failed_at = coalesce(first_failed_at, now()), last_failed_at = now()
                        WHERE seq = ?
                        """)
                .params(
                        attempts,
                        pause.toMillis(),
                        failure.message(),
                        failure.type(),
                        failure.place(),
                        failure.traceId(),
                        entry.seq())
                .update();
    }

    /** An earlier entry that was resubmitted while this one was tried has its turn first. */
    private void giveWay(StoredEntry entry) {
        database.sql("SELECT inbox_give_way(?)")
                .param(entry.entry().partitionKey())
                .query((row, number) -> true)
                .single();
    }
}
