package io.aifactory.contracts.messaging.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.LaptopBus;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.messaging.SampleEvents;
import io.aifactory.contracts.messaging.inbox.GroupStore;
import io.aifactory.localbus.LocalBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

class DatabaseOutageTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 200;
    private static final String QUEUE = "lake-storage-events";

    private final LocalBus bus = LaptopBus.start();
    private final LaptopDatabase.Outage database = LaptopDatabase.withOutages();

    @AfterEach
    void stop() {
        bus.close();
    }

    @Test
    void aServiceThatStopsMeanwhileLeavesEverythingToTheNextInOrder() {
        var first = start();
        database.begins();
        send();
        await().atMost(PATIENCE).until(first.getBean(GroupStore.class)::isOutOfReach);

        assertTimeoutPreemptively(PATIENCE, first::close);

        database.ends();
        try (var second = start()) {
            var listener = second.getBean(Listener.class);
            await().atMost(PATIENCE).until(() -> listener.events.size() == EVENTS && listener.messages.size() == 1);
            assertThat(listener.events)
                    .extracting(EnvironmentProvisioned::revision)
                    .isSorted();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SampleService.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=lake-service",
                        "factory.messaging.queue=" + QUEUE,
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.cloud.azure.servicebus.connection-string=" + bus.connectionString())
                .run();
    }

    private void send() {
        var client = new ServiceBusClientBuilder().connectionString(bus.connectionString());
        try (var events = client.sender().topicName("factory-events").buildClient();
                var messages = client.sender().queueName(QUEUE).buildClient()) {
            events.sendMessages(IntStream.range(0, EVENTS)
                    .mapToObj(revision -> SampleEvents.provisioned(1, revision + 1))
                    .map(event -> Envelope.of(event, "another-service", Instant.now(), Optional.empty()))
                    .map(MessageMapping::toMessage)
                    .toList());
            messages.sendMessage(new ServiceBusMessage("{}").setMessageId("a-file-came"));
        }
    }

    static class Listener {

        private final List<EnvironmentProvisioned> events = new CopyOnWriteArrayList<>();
        private final List<QueueMessage> messages = new CopyOnWriteArrayList<>();

        @EventListener
        void on(EnvironmentProvisioned event) {
            events.add(event);
        }

        @EventListener
        void on(QueueMessage message) {
            messages.add(message);
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Listener.class)
    static class SampleService {}
}
