package io.aifactory.contracts.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds dead letters in the inbox. */
final class DeadLetterTable {

    private static final String COLUMNS = """
            seq, status, type, channel, partition_key, inbox_cause(type, error_type, error_place) AS cause,
            error_type, last_error, error_place, trace_id, attempts, received_at, first_failed_at, last_failed_at
            """;

    private final JdbcClient database;

    DeadLetterTable(JdbcClient database) {
        this.database = database;
    }

    List<DeadLetter> list(DeadLetterFilter filter, long after, int limit) {
        return database.sql("SELECT %s FROM inbox WHERE %s AND seq > :after ORDER BY seq LIMIT :limit"
                        .formatted(COLUMNS, filter.condition()))
                .params(filter.parameters())
                .param("after", after)
                .param("limit", limit)
                .query(DeadLetterTable::deadLetter)
                .list();
    }

    long count(DeadLetterFilter filter) {
        return database.sql("SELECT count(*) FROM inbox WHERE " + filter.condition())
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    List<DeadLetterGroup> groups(DeadLetterFilter filter) {
        return database.sql("""
                        SELECT cause, letters.type, letters.error_type, letters.error_place, letters.count,
                               first, last, example, example.last_error
                        FROM (SELECT inbox_cause(type, error_type, error_place) AS cause, type, error_type, error_place,
                                     count(*) AS count, min(first_failed_at) AS first, max(last_failed_at) AS last,
                                     min(seq) AS example
                              FROM inbox WHERE %s
                              GROUP BY type, error_type, error_place) letters
                        JOIN inbox example ON example.seq = letters.example
                        ORDER BY letters.count DESC, cause
                        """.formatted(filter.condition()))
                .params(filter.parameters())
                .query(DeadLetterTable::group)
                .list();
    }

    /** Finds one that is dead or was: what was resubmitted or discarded can still be looked up, as long as it is remembered. */
    Optional<DeadLetterDetail> find(long seq) {
        List<DeadLetterAct> acts = acts(seq);
        return database.sql("""
                        SELECT %s, entry_id, content_type, properties, content FROM inbox
                        WHERE seq = :seq
                          AND (status IN ('DEAD', 'DISCARDED') OR EXISTS (SELECT 1 FROM dead_letter_act act WHERE act.seq = inbox.seq))
                        """.formatted(COLUMNS))
                .param("seq", seq)
                .query((row, number) -> detail(row, number, acts))
                .optional();
    }

    private List<DeadLetterAct> acts(long seq) {
        return database.sql("SELECT act, person, reason, at FROM dead_letter_act WHERE seq = :seq ORDER BY id")
                .param("seq", seq)
                .query((row, number) -> new DeadLetterAct(
                        row.getString("act"),
                        row.getString("person"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static DeadLetter deadLetter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("seq"),
                row.getString("status"),
                row.getString("type"),
                row.getString("channel"),
                row.getString("partition_key"),
                row.getString("cause"),
                row.getString("error_type"),
                row.getString("last_error"),
                row.getString("error_place"),
                row.getString("trace_id"),
                row.getInt("attempts"),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "first_failed_at"),
                instant(row, "last_failed_at"));
    }

    private static DeadLetterGroup group(ResultSet row, int number) throws SQLException {
        return new DeadLetterGroup(
                row.getString("cause"),
                row.getString("type"),
                row.getString("error_type"),
                row.getString("error_place"),
                row.getLong("count"),
                instant(row, "first"),
                instant(row, "last"),
                row.getLong("example"),
                row.getString("last_error"));
    }

    private static DeadLetterDetail detail(ResultSet row, int number, List<DeadLetterAct> acts) throws SQLException {
        return new DeadLetterDetail(
                deadLetter(row, number),
                row.getString("entry_id"),
                row.getString("content_type"),
                row.getString("properties"),
                row.getBytes("content"),
                acts);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
