package io.aifactory.contracts.messaging.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import io.aifactory.contracts.messaging.LaptopBus;
import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class BusWatchTests {

    private static final String QUEUE = "lake-storage-events";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(60);

    private final LocalBusSettings settings = LaptopBus.freshSettings();
    private LocalBus bus = LocalBus.start(settings);
    private final ServiceBusClientBuilder client = new ServiceBusClientBuilder()
            .connectionString(bus.connectionString())
            .retryOptions(new AmqpRetryOptions()
                    .setMaxRetries(1)
                    .setDelay(Duration.ofMillis(50))
                    .setTryTimeout(Duration.ofSeconds(5)));
    private final ServiceBusReceiverAsyncClient looking = new BusSource("binding", QUEUE, null).looking(client);
    private final ReceiverActivity activity = new ReceiverActivity();
    private final AtomicInteger restarts = new AtomicInteger();
    private final BusHealth health = new BusHealth();
    private long now;
    private final BusWatch watch =
            new BusWatch(looking, activity, restarts::incrementAndGet, health, STALLED_AFTER, () -> now);

    @AfterEach
    void stop() {
        looking.close();
        bus.close();
    }

    @Test
    void startsAConsumerAnewThatTakesNothingThoughSomethingWaits() {
        send();

        awaitStatus(Status.UP);
        passes(STALLED_AFTER);
        watch.workOnce();

        assertThat(restarts).hasValue(1);
        passes(Duration.ofSeconds(30));
        watch.workOnce();
        assertThat(restarts).hasValue(1);
    }

    @Test
    void leavesAConsumerAloneThatHasNothingToDo() {
        watch.workOnce();
        passes(STALLED_AFTER);
        watch.workOnce();

        assertThat(restarts).hasValue(0);
    }

    @Test
    void leavesAConsumerAloneThatSettlesOrWaitsForTheDatabase() {
        send();

        watch.workOnce();
        passes(STALLED_AFTER);
        activity.holds();
        watch.workOnce();
        passes(STALLED_AFTER);
        activity.settled();
        watch.workOnce();

        assertThat(restarts).hasValue(0);
    }

    @Test
    void theServiceIsReadyWhileTheBusAnswersAndAgainWhenItIsBack() {
        awaitStatus(Status.UP);
        int port = bus.port();

        bus.close();
        awaitStatus(Status.DOWN);

        bus = LocalBus.start(settings.withPort(port));
        awaitStatus(Status.UP);
    }

    /** The first look of all connects, for which it may not have the time at once. */
    private void awaitStatus(Status status) {
        await().atMost(PATIENCE).until(() -> statusSeen().equals(status));
    }

    private Status statusSeen() {
        watch.workOnce();
        return health.health().getStatus();
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }

    private void send() {
        try (var sender = client.sender().queueName(QUEUE).buildClient()) {
            sender.sendMessage(new ServiceBusMessage("hello"));
        }
    }
}
