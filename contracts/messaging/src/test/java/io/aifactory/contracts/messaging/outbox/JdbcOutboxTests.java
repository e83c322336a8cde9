package io.aifactory.contracts.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.EventTooLarge;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.SampleEvents;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.tracing.EventTraces;
import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcOutboxTests {

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final JdbcOutbox outbox = new JdbcOutbox(
            database, Clock.systemUTC(), new EventTraces(Tracer.NOOP, database), "test-service", 10_000, () -> {});
    private final MessageMetrics metrics = new MessageMetrics(new SimpleMeterRegistry(), Clock.systemUTC());
    private final List<CloudEvent> sent = new ArrayList<>();

    @Test
    void publishingNeedsATransaction() {
        assertThatThrownBy(() -> outbox.publish(SampleEvents.provisioned(1, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            outbox.publish(SampleEvents.provisioned(1, 1));
            status.setRollbackOnly();
        });

        relay(sent::addAll);

        assertThat(sent).isEmpty();
    }

    @Test
    void publishingTwiceIsSendingOnce() {
        publish(SampleEvents.provisioned(1, 1));
        publish(SampleEvents.provisioned(1, 1));

        relay(sent::addAll);

        assertThat(sent).hasSize(1);
    }

    @Test
    void aProjectsEventsAreSentInCommitOrder() {
        for (int revision = 1; revision <= 250; revision++) {
            publish(SampleEvents.provisioned(1, revision));
        }

        relay(sent::addAll);

        assertThat(sent)
                .extracting(event -> ((EnvironmentProvisioned) Envelope.eventOf(event)).revision())
                .hasSize(250)
                .isSorted();
    }

    @Test
    void whatTheBusDoesNotAcceptStaysAndNothingOvertakesIt() {
        publish(SampleEvents.provisioned(1, 1));
        publish(SampleEvents.provisioned(1, 2));

        assertThatThrownBy(() -> relay(events -> {
                    throw new IllegalStateException("the bus is away");
                }))
                .hasMessage("the bus is away");
        relay(sent::addAll);

        assertThat(sent)
                .extracting(event -> ((EnvironmentProvisioned) Envelope.eventOf(event)).revision())
                .containsExactly(1, 2);
    }

    @Test
    void refusesAnEventThatFitsIntoNoMessage() {
        var large = SampleEvents.trainingFailed(1, "x".repeat(20_000));

        assertThatThrownBy(() -> publish(large))
                .isInstanceOf(EventTooLarge.class)
                .hasMessageContaining("10000");
        relay(sent::addAll);

        assertThat(sent).isEmpty();
    }

    private void publish(FactoryEvent event) {
        transaction.executeWithoutResult(status -> outbox.publish(event));
    }

    private void relay(EventSender sender) {
        var leases = new LaneLeases(database, "a-relay", Duration.ofSeconds(30));
        var relay = new OutboxRelay(database, leases, sender, metrics);
        while (relay.workOnce()) {
            assertThat(sent.size()).isLessThanOrEqualTo(1_000);
        }
    }
}
