package io.aifactory.contracts.messaging.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.LaptopBus;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.SampleEvents;
import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=lake-service",
            "factory.messaging.watch.interval=100ms",
            "factory.messaging.watch.stalled-after=5s"
        })
@ContextConfiguration(initializers = BusRecoveryTests.OwnBus.class)
@DirtiesContext
class BusRecoveryTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocalBusSettings SETTINGS = LaptopBus.freshSettings();
    private static LocalBus bus = LocalBus.start(SETTINGS);

    @Autowired
    private BindingsLifecycleController bindings;

    @Autowired
    private BusHealth health;

    @Autowired
    private Listener listener;

    @AfterAll
    static void stop() {
        bus.close();
    }

    @Test
    void aConsumerThatReceivesNoMoreIsStartedAnew() {
        awaitHandled(1);

        bindings.stop("factoryEvents");
        awaitHandled(2);
    }

    @Test
    void aBusThatWasAwayIsFoundAgain() {
        awaitHandled(3);
        int port = bus.port();

        bus.close();
        awaitHealth(Status.DOWN);
        bus = LocalBus.start(SETTINGS.withPort(port));

        awaitHealth(Status.UP);
        awaitHandled(4);
    }

    private void awaitHandled(int revision) {
        var event = SampleEvents.provisioned(1, revision);
        try (var sender = new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .sender()
                .topicName("factory-events")
                .buildClient()) {
            sender.sendMessage(
                    MessageMapping.toMessage(Envelope.of(event, "another-service", Instant.now(), Optional.empty())));
        }
        await().atMost(PATIENCE).until(() -> listener.handled.contains(event));
        assertThat(listener.handled).contains(event);
    }

    private void awaitHealth(Status status) {
        await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(status));
    }

    static class OwnBus implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(Map.of(
                            "spring.datasource.url",
                            LaptopDatabase.freshUrl(),
                            "spring.datasource.username",
                            "postgres",
                            "spring.datasource.password",
                            "postgres",
                            "spring.cloud.azure.servicebus.connection-string",
                            bus.connectionString()))
                    .applyTo(context);
        }
    }

    static class Listener {

        private final List<EnvironmentProvisioned> handled = new CopyOnWriteArrayList<>();

        @EventListener
        void on(EnvironmentProvisioned event) {
            handled.add(event);
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Listener.class)
    static class SampleService {}
}
