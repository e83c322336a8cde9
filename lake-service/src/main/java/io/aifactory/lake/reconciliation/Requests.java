package io.aifactory.lake.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often each piece of work was asked for, and when it is to start. Who asks holds the row until it commits. */
@Repository
class Requests {

    private static final String OF_WORK = " WHERE kind = :kind AND scope = :scope";

    private final JdbcClient database;

    Requests(JdbcClient database) {
        this.database = database;
    }

    /**
     * How things stand with a piece of work.
     *
     * @param count how often it was asked for
     * @param due when it is to start
     */
    record Standing(long count, Instant due) {}

    /** Notes a request and returns when the work is to start: once it is quiet, but no later than the first request allows. */
    Instant add(Work work, Patience patience, Instant now) {
        return database.sql("""
                        INSERT INTO reconciliation (kind, scope, requested, due, latest_start)
                        VALUES (:kind, :scope, 1, :due, :latest)
                        ON CONFLICT (kind, scope) DO UPDATE SET
                            requested = reconciliation.requested + 1,
                            due = least(excluded.due, excluded.latest_start, reconciliation.latest_start),
                            latest_start = least(excluded.latest_start, reconciliation.latest_start)
                        RETURNING due""")
                .param("kind", work.kind())
                .param("scope", work.scope())
                .param("due", patience.due(now).atOffset(ZoneOffset.UTC))
                .param("latest", patience.latestStart(now).atOffset(ZoneOffset.UTC))
                .query((row, number) -> instant(row, "due"))
                .single();
    }

    /** Begins the work, if it is due, and returns how often it was asked for until now. Later requests wait for another run. */
    Optional<Long> begin(Work work, Instant now) {
        return database.sql("UPDATE reconciliation SET latest_start = NULL" + OF_WORK
                        + " AND due <= :now RETURNING requested")
                .param("kind", work.kind())
                .param("scope", work.scope())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Says that the work was begun and not done, so it has waited long enough: no later request puts it off. */
    void fail(Work work, Instant now) {
        database.sql("UPDATE reconciliation SET due = least(due, :now), latest_start = least(latest_start, :now)"
                        + OF_WORK)
                .param("kind", work.kind())
                .param("scope", work.scope())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns how things stand, once everybody who is asking has committed, and lets nobody ask until the transaction ends. */
    Standing hold(Work work) {
        return database.sql("SELECT requested, due FROM reconciliation" + OF_WORK + " FOR UPDATE")
                .param("kind", work.kind())
                .param("scope", work.scope())
                .query((row, number) -> new Standing(row.getLong("requested"), instant(row, "due")))
                .single();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
