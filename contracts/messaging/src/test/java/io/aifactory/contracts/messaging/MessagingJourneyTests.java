package io.aifactory.contracts.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=lake-service",
            "factory.messaging.queue=lake-storage-events",
            "factory.messaging.retry.attempts=4",
            "factory.messaging.retry.first-delay=50ms",
            "factory.messaging.retry.max-delay=100ms"
        })
@ContextConfiguration(initializers = LaptopBacking.class)
@DirtiesContext
class MessagingJourneyTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private FactoryBusProbe probe;

    @Autowired
    private SampleListener listener;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void forget() {
        listener.handled.clear();
        listener.bodies.clear();
    }

    @Test
    void anEventIsHandledOnceThoughItIsSentThreeTimes() {
        var event = SampleEvents.provisioned(101, 1);

        probe.publish(event);
        probe.publish(event);
        probe.publish(event);
        probe.publish(SampleEvents.provisioned(101, 2));

        await().atMost(PATIENCE).until(() -> listener.revisionsOf(101).contains(2));
        assertThat(listener.revisionsOf(101)).containsExactly(1, 2);
    }

    @Test
    void whatAListenerCausesGoesOutWithItsTransaction() {
        probe.publish(SampleEvents.provisioned(102, 1));

        var caused = probe.await(TrainingFailed.class, event -> event.project().number() == 102);

        assertThat(caused.reason()).isEqualTo("caused by revision 1");
    }

    @Test
    void aFailingAttemptLeavesNothingBehind() {
        listener.failuresBeforeSuccess.set(2);

        probe.publish(SampleEvents.provisioned(103, 13));

        await().atMost(PATIENCE).until(() -> listener.revisionsOf(103).contains(13));
        var caused = probe.await(TrainingFailed.class, event -> event.project().number() == 103);
        assertThat(caused.reason()).isEqualTo("caused by revision 13");
        assertThat(database.sql("SELECT count(*) FROM outbox WHERE partition_key = 'project103'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aDeadEventStopsNeitherItsProjectNorAnother() {
        probe.publish(SampleEvents.provisioned(104, 666));
        probe.publish(SampleEvents.provisioned(104, 1));
        probe.publish(SampleEvents.provisioned(105, 1));

        await().atMost(PATIENCE).until(() -> listener.revisionsOf(105).contains(1));
        await().atMost(PATIENCE).until(() -> listener.revisionsOf(104).contains(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statusOf("project104")).containsExactly("DEAD", "DONE"));
    }

    @Test
    void whatBreaksItsSchemaIsADeadLetterWithTheReason() {
        var message = new ServiceBusMessage("{\"project\":\"../../etc\"}");
        message.getApplicationProperties().put("cloudEvents_specversion", "1.0");
        message.getApplicationProperties().put("cloudEvents_id", "poison");
        message.getApplicationProperties().put("cloudEvents_source", "/somebody");
        message.getApplicationProperties().put("cloudEvents_type", "io.aifactory.environment.provisioned.v1");
        message.setMessageId("poison");

        probe.sendToTopic(message);

        await().atMost(PATIENCE).until(() -> reasonsOfUnreadable().contains("InvalidEvent"));
    }

    @Test
    void aReasonNoDatabaseTakesHoldsBackNobody() {
        probe.sendToQueue("lake-storage-events", "nul-in-reason", "refuse \0 this".getBytes(UTF_8));
        probe.sendToQueue("lake-storage-events", "after-nul", "after".getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> listener.bodies.contains("after"));
        await().atMost(PATIENCE)
                .until(() -> statusOf("lake-storage-events/nul-in-reason").equals(List.of("DEAD")));
    }

    @Test
    void anIdNoDatabaseTakesGoesToTheDeadLettersAndHoldsBackNobody() {
        probe.sendToQueue("lake-storage-events", "nul-\0-in-id", "unstorable".getBytes(UTF_8));
        probe.sendToQueue("lake-storage-events", "after-id", "after the id".getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> listener.bodies.contains("after the id"));
        assertThat(listener.bodies).doesNotContain("unstorable");
    }

    @Test
    void anotherSystemsMessageComesAsItWasSentAndOnce() {
        probe.sendToQueue("lake-storage-events", "run-1", "{\"any\":\"shape\"}".getBytes(UTF_8));
        probe.sendToQueue("lake-storage-events", "run-1", "{\"any\":\"shape\"}".getBytes(UTF_8));
        probe.sendToQueue("lake-storage-events", "run-2", "last".getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> listener.bodies.containsAll(List.of("{\"any\":\"shape\"}", "last")));
        assertThat(listener.bodies).containsExactlyInAnyOrder("{\"any\":\"shape\"}", "last");
    }

    @Test
    void structuredCloudEventsOfAnotherSystemKeepTheirEnvelope() {
        var body = "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"source\":\"s\",\"data\":{}}";

        probe.sendToQueue("lake-storage-events", "event-1", "application/cloudevents+json", body.getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> listener.bodies.contains(body));
    }

    @Test
    void aStructuredFactoryEventIsTaken() {
        var event = SampleEvents.provisioned(106, 1);
        var envelope = Envelope.of(event, "somebody", Instant.parse("2026-11-20T12:00:00Z"), Optional.empty());
        var message = new ServiceBusMessage(BinaryData.fromBytes(Envelope.write(envelope)));
        message.setContentType("application/cloudevents+json");
        message.getApplicationProperties().put("cloudEvents_type", envelope.getType());
        message.setSessionId("lane-3");

        probe.sendToTopic(message);

        await().atMost(PATIENCE).until(() -> listener.revisionsOf(106).contains(1));
    }

    private List<String> reasonsOfUnreadable() {
        return database.sql(
                        "SELECT error_type FROM inbox WHERE status = 'DEAD' AND last_error LIKE '%environment.provisioned%'")
                .query(String.class)
                .list();
    }

    private List<String> statusOf(String project) {
        return database.sql("SELECT status FROM inbox WHERE partition_key = ? ORDER BY seq")
                .param(project)
                .query(String.class)
                .list();
    }

    static class SampleListener {

        private final Outbox outbox;
        private final List<EnvironmentProvisioned> handled = new CopyOnWriteArrayList<>();
        private final List<String> bodies = new CopyOnWriteArrayList<>();
        private final AtomicInteger failuresBeforeSuccess = new AtomicInteger();

        SampleListener(Outbox outbox) {
            this.outbox = outbox;
        }

        @EventListener
        void on(EnvironmentProvisioned event) {
            outbox.publish(
                    SampleEvents.trainingFailed(event.project().number(), "caused by revision " + event.revision()));
            if (event.revision() == 666) {
                throw new IllegalStateException("poison");
            }
            if (event.revision() == 13 && failuresBeforeSuccess.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            handled.add(event);
        }

        @EventListener
        void on(QueueMessage message) {
            if (new String(message.body(), UTF_8).startsWith("refuse")) {
                throw new Unprocessable("no use for " + new String(message.body(), UTF_8));
            }
            bodies.add(new String(message.body(), UTF_8));
        }

        private List<Integer> revisionsOf(int project) {
            return handled.stream()
                    .filter(event -> event.project().equals(ProjectId.of(project)))
                    .map(EnvironmentProvisioned::revision)
                    .toList();
        }
    }

    @SpringBootApplication
    static class SampleService {

        @Bean
        SampleListener sampleListener(Outbox outbox) {
            return new SampleListener(outbox);
        }
    }
}
