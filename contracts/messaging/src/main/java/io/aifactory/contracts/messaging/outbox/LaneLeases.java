package io.aifactory.contracts.messaging.outbox;

import io.aifactory.contracts.messaging.Lane;
import java.time.Duration;
import java.util.List;
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

    /** Takes every lane that has something to send and that nobody else sends. */
    List<Lane> acquire() {
        return database.sql("""
                        WITH hurry AS (SELECT set_config('synchronous_commit', 'off', true)),
                        free AS (
                            SELECT lane FROM outbox_lane
                            WHERE leased_until < clock_timestamp()
                              AND EXISTS (SELECT 1 FROM outbox WHERE outbox.lane = outbox_lane.lane AND sent_at IS NULL)
                            ORDER BY lane
                            FOR UPDATE SKIP LOCKED)
                        UPDATE outbox_lane SET leased_by = ?, leased_until = clock_timestamp() + ? * interval '1 ms'
                        FROM free, hurry WHERE outbox_lane.lane = free.lane
                        RETURNING outbox_lane.lane
                        """)
                .params(owner, length.toMillis())
                .query((row, number) -> new Lane(row.getInt("lane")))
                .list();
    }

    /** Gives lanes back; one that was lost meanwhile is left alone. */
    void release(List<Lane> lanes) {
        database.sql("""
                        WITH hurry AS (SELECT set_config('synchronous_commit', 'off', true))
                        UPDATE outbox_lane SET leased_until = clock_timestamp()
                        FROM hurry WHERE lane = ANY (?) AND leased_by = ?
                        """).params(numbers(lanes), owner).update();
    }

    static Integer[] numbers(List<Lane> lanes) {
        return lanes.stream().map(Lane::number).toArray(Integer[]::new);
    }
}
