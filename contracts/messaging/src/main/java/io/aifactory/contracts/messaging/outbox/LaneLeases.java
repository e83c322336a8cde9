package io.aifactory.contracts.messaging.outbox;

import io.aifactory.contracts.messaging.Lane;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who sends which lane at the moment, so that relays do not do the same work. A lease ends by itself, by the database's clock:
 * the lanes of a relay that died or hangs are free again soon.
 */
final class LaneLeases {

    private final JdbcClient database;
    private final String owner;
    private final Duration length;

    /** @param owner tells this relay from all others */
    LaneLeases(JdbcClient database, String owner, Duration length) {
        this.database = database;
        this.owner = owner;
        this.length = length;
    }

    /** Takes a lane that has something to send and that nobody else sends, the one that has waited longest first. */
    Optional<Lane> acquire() {
        return database.sql("""
                        WITH hurry AS (SELECT set_config('synchronous_commit', 'off', true)),
                        free AS (
                            SELECT lane FROM outbox_lane
                            WHERE leased_until < clock_timestamp()
                              AND EXISTS (SELECT 1 FROM outbox WHERE outbox.lane = outbox_lane.lane AND sent_at IS NULL)
                            ORDER BY leased_until
                            LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        UPDATE outbox_lane SET leased_by = ?, leased_until = clock_timestamp() + ? * interval '1 ms'
                        FROM free, hurry WHERE outbox_lane.lane = free.lane
                        RETURNING outbox_lane.lane
                        """)
                .params(owner, length.toMillis())
                .query((row, number) -> new Lane(row.getInt("lane")))
                .optional();
    }

    /** Extends a lease and returns whether it was still held. */
    boolean renew(Lane lane) {
        return endAfter(lane, length) == 1;
    }

    /** Gives a lane back; one that was lost meanwhile is left alone. */
    void release(Lane lane) {
        endAfter(lane, Duration.ZERO);
    }

    private int endAfter(Lane lane, Duration time) {
        return database.sql("""
                        WITH hurry AS (SELECT set_config('synchronous_commit', 'off', true))
                        UPDATE outbox_lane SET leased_until = clock_timestamp() + ? * interval '1 ms'
                        FROM hurry WHERE lane = ? AND leased_by = ?
                        """).params(time.toMillis(), lane.number(), owner).update();
    }
}
