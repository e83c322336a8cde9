package io.aifactory.contracts.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.FactoryEvent;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table. A project's events are numbered in commit order, because its writers take turns until they commit. */
final class JdbcOutbox implements Outbox {

    private final JdbcClient database;
    private final Clock clock;
    private final String source;
    private final int maxEventSize;
    private final WakeUp relay;

    JdbcOutbox(JdbcClient database, Clock clock, String source, int maxEventSize, WakeUp relay) {
        this.database = database;
        this.clock = clock;
        this.source = source;
        this.maxEventSize = maxEventSize;
        this.relay = relay;
    }

    @Override
    public void publish(FactoryEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an event is published in the transaction that changes state, and there is none");
        }
        CloudEvent envelope = Envelope.of(event, source, clock.instant(), EventContext.current());
        insert(envelope, event.partitionKey());
        wakeRelayAfterCommit();
    }

    private void insert(CloudEvent envelope, String partitionKey) {
        byte[] content = Envelope.write(envelope);
        if (content.length > maxEventSize) {
            throw new EventTooLarge(envelope.getType(), content.length, maxEventSize);
        }
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended('outbox/' || ?, 0))")
                .param(partitionKey)
                .query((row, number) -> true)
                .single();
        database.sql("""
                        INSERT INTO outbox (event_id, type, partition_key, lane, content, created_at)
                        VALUES (?::uuid, ?, ?, ?, ?::json, now())
                        ON CONFLICT (event_id) DO NOTHING
                        """)
                .params(
                        envelope.getId(),
                        envelope.getType(),
                        partitionKey,
                        Lane.of(partitionKey).number(),
                        new String(content, UTF_8))
                .update();
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.call();
            }
        });
    }
}
