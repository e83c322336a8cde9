package io.aifactory.contracts.messaging.outbox;

import io.aifactory.contracts.messaging.MessagingProperties;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.tracing.EventTraces;
import io.aifactory.contracts.messaging.work.Signals;
import io.aifactory.contracts.messaging.work.WakeUp;
import io.aifactory.contracts.messaging.work.WorkLoop;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox of a service that has a database and a name, and the relays that empty it. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(
            JdbcClient database,
            Clock clock,
            EventTraces traces,
            Environment environment,
            MessagingProperties properties,
            Signals signals) {
        return new JdbcOutbox(
                database,
                clock,
                traces,
                environment.getRequiredProperty("spring.application.name"),
                properties.maxEventSize(),
                () -> signals.raise(Signals.OUTBOX));
    }

    @Bean
    WorkLoop outboxRelay(
            JdbcClient database,
            EventSender sender,
            MessageMetrics metrics,
            @Qualifier("relayWakeUp") WakeUp wakeUp,
            MessagingProperties properties) {
        var leases = new LaneLeases(database, UUID.randomUUID().toString(), properties.lease());
        var relay = new OutboxRelay(database, leases, sender, metrics);
        return new WorkLoop("outbox-relay", relay, wakeUp, properties.pollInterval(), 1);
    }
}
