package io.aifactory.contracts.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.messaging.AfterCommit;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.EventContext;
import io.aifactory.contracts.messaging.EventTooLarge;
import io.aifactory.contracts.messaging.Lane;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.contracts.messaging.tracing.EventTraces;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table. A project's events are numbered in commit order, because its writers take turns until they commit. */
final class JdbcOutbox implements Outbox {

    private final JdbcClient database;
    private final Clock clock;
    private final EventTraces traces;
    private final String source;
    private final int maxEventSize;
    private final Runnable afterCommit;

    JdbcOutbox(
            JdbcClient database,
            Clock clock,
            EventTraces traces,
            String source,
            int maxEventSize,
            Runnable afterCommit) {
        this.database = database;
        this.clock = clock;
        this.traces = traces;
        this.source = source;
        this.maxEventSize = maxEventSize;
        this.afterCommit = afterCommit;
    }

    @Override
    public void publish(FactoryEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "an event is published in the transaction that changes state, and there is none");
        }
        CloudEvent envelope = traces.published(Envelope.of(event, source, clock.instant(), EventContext.current()));
        insert(envelope, event.partitionKey());
        AfterCommit.run(afterCommit);
    }

    private void insert(CloudEvent envelope, String partitionKey) {
        byte[] content = Envelope.write(envelope);
        if (content.length > maxEventSize) {
            throw new EventTooLarge(envelope.getType(), content.length, maxEventSize);
        }
        database.sql("SELECT outbox_publish(?::uuid, ?, ?, ?, ?::json)")
                .params(
                        envelope.getId(),
                        envelope.getType(),
                        partitionKey,
                        Lane.of(partitionKey).number(),
                        new String(content, UTF_8))
                .query((row, number) -> true)
                .single();
    }
}
