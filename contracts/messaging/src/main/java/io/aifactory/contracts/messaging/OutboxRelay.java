package io.aifactory.contracts.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds, lane by lane and in order. Several relays may run: a lane belongs to one of them at a
 * time, by a lock that goes with its transaction. A message is marked as sent only after the bus has accepted it.
 */
final class OutboxRelay implements WorkLoop.Work {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;
    private static final int LOCK_CLASS = 0x0B0C;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final EventSender sender;

    OutboxRelay(JdbcClient database, TransactionTemplate transaction, EventSender sender) {
        this.database = database;
        this.transaction = transaction;
        this.sender = sender;
    }

    @Override
    public boolean workOnce() {
        boolean sent = false;
        for (int lane : lanesWithWork()) {
            sent |= Boolean.TRUE.equals(transaction.execute(status -> drain(lane)));
        }
        return sent;
    }

    private List<Integer> lanesWithWork() {
        return database.sql("SELECT DISTINCT lane FROM outbox WHERE sent_at IS NULL")
                .query(Integer.class)
                .list();
    }

    private boolean drain(int lane) {
        if (!locked(lane)) {
            return false;
        }
        List<Waiting> waiting = waitingIn(lane);
        for (Waiting message : waiting) {
            try {
                sender.send(message.event());
            } catch (RuntimeException e) {
                LOG.warn(
                        "the bus did not accept {}; it stays in the outbox: {}",
                        message.event().getType(),
                        e.toString());
                return false;
            }
            markSent(message.id());
        }
        return !waiting.isEmpty();
    }

    private boolean locked(int lane) {
        return database.sql("SELECT pg_try_advisory_xact_lock(?, ?)")
                .params(LOCK_CLASS, lane)
                .query(Boolean.class)
                .single();
    }

    private List<Waiting> waitingIn(int lane) {
        return database.sql("SELECT id, content FROM outbox WHERE lane = ? AND sent_at IS NULL ORDER BY id LIMIT ?")
                .params(lane, BATCH)
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        Envelope.read(row.getString("content").getBytes(UTF_8))))
                .list();
    }

    private void markSent(long id) {
        database.sql("UPDATE outbox SET sent_at = now() WHERE id = ?").param(id).update();
    }

    private record Waiting(long id, CloudEvent event) {}
}
