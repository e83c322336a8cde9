package io.aifactory.contracts.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.Lane;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.work.WorkLoop;
import io.cloudevents.CloudEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends what the outbox holds, in order in each lane. A message is marked as sent only after the bus has accepted it.
 *
 * <p>Several relays may run and share the lanes by {@linkplain LaneLeases leases}. Order does not hang on a lease: whoever
 * sends a lane begins with its first message that is not marked as sent, so a message reaches the bus for the first time
 * only after all before it have. What a relay that was overtaken sends late has been sent before, and is dropped as a repeat.
 */
final class OutboxRelay implements WorkLoop.Work {

    private static final int MOST_OF_A_LANE = 32;

    private final JdbcClient database;
    private final LaneLeases leases;
    private final EventSender sender;
    private final MessageMetrics metrics;

    OutboxRelay(JdbcClient database, LaneLeases leases, EventSender sender, MessageMetrics metrics) {
        this.database = database;
        this.leases = leases;
        this.sender = sender;
        this.metrics = metrics;
    }

    @Override
    public boolean workOnce() {
        List<Lane> lanes = leases.acquire();
        if (lanes.isEmpty()) {
            return false;
        }
        try {
            send(unsent(lanes));
        } finally {
            leases.release(lanes);
        }
        return true;
    }

    private void send(List<Unsent> batch) {
        if (!batch.isEmpty()) {
            sender.send(batch.stream().map(Unsent::event).toList());
            markSent(batch);
            batch.forEach(message -> metrics.sent(message.event().getType()));
        }
    }

    private List<Unsent> unsent(List<Lane> lanes) {
        return database.sql("""
                        SELECT id, content FROM unnest(?::integer[]) AS held (lane)
                        CROSS JOIN LATERAL (
                            SELECT id, content FROM outbox
                            WHERE outbox.lane = held.lane AND sent_at IS NULL ORDER BY id LIMIT ?) AS unsent
                        ORDER BY id""")
                .params(LaneLeases.numbers(lanes), MOST_OF_A_LANE)
                .query((row, number) -> new Unsent(
                        row.getLong("id"),
                        Envelope.read(row.getString("content").getBytes(UTF_8))))
                .list();
    }

    /** Need not be on disk at once: what is marked again after a crash is sent again, and dropped as a repeat. */
    private void markSent(List<Unsent> batch) {
        Long[] ids = batch.stream().map(Unsent::id).toArray(Long[]::new);
        database.sql("""
                        WITH hurry AS (SELECT set_config('synchronous_commit', 'off', true))
                        UPDATE outbox SET sent_at = now() FROM hurry WHERE id = ANY (?) AND sent_at IS NULL
                        """).param(ids).update();
    }

    private record Unsent(long id, CloudEvent event) {}
}
