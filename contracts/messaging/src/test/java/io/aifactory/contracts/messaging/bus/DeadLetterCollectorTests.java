package io.aifactory.contracts.messaging.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.messaging.servicebus.models.SubQueue;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.LaptopBus;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.messaging.inbox.GroupStore;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.localbus.LocalBus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadLetterCollectorTests {

    private static final String QUEUE = "lake-storage-events";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalBus bus = LaptopBus.start();
    private final ServiceBusClientBuilder client =
            new ServiceBusClientBuilder().connectionString(bus.connectionString());
    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final Inbox inbox = new Inbox(database);
    private final Reception reception = new Reception(new BusSource("binding", QUEUE, null), intake(), client);
    private final DeadLetterCollector collector = reception.collector(inbox);

    @AfterEach
    void stop() {
        reception.close();
        bus.close();
    }

    @Test
    void whatTheBusGaveUpThoughNothingIsWrongWithItIsHandled() {
        send("fine", "hello");
        abandonUntilTheBusGivesUp();

        collect();

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("entry_id", "fine")
                .containsEntry("status", "WAITING")
                .containsEntry("head", true));
        assertThat(deadOnTheBus()).isNull();
    }

    @Test
    void whatCanNotBeReadIsStoredDeadWithTheReasonOfTheBus() {
        send("broken", "gibberish");
        deadLetter(
                new DeadLetterOptions().setDeadLetterReason("InvalidEvent").setDeadLetterErrorDescription("no JSON"));

        collect();

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("status", "DEAD")
                .containsEntry("type", "unreadable")
                .containsEntry("error_type", "InvalidEvent")
                .containsEntry("last_error", "no JSON")
                .containsEntry("head", false));
        assertThat(deadOnTheBus()).isNull();
    }

    @Test
    void whatNoDatabaseTakesIsStoredDeadAllTheSame() {
        send("nul-\0-in-id", "hello");
        deadLetter(new DeadLetterOptions());

        collect();

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("status", "DEAD"));
        assertThat(deadOnTheBus()).isNull();
    }

    @Test
    void whatIsCollectedTwiceIsStoredOnce() {
        send("fine", "hello");
        deadLetter(new DeadLetterOptions());
        inbox.store(entry(new ReceivedMessage("fine", null, Map.of(), "hello".getBytes(UTF_8))));

        collect();

        assertThat(rows()).hasSize(1);
        assertThat(deadOnTheBus()).isNull();
    }

    private void collect() {
        while (deadOnTheBus() != null) {
            collector.workOnce();
        }
    }

    private void abandonUntilTheBusGivesUp() {
        try (var receiver = client.receiver().queueName(QUEUE).buildClient()) {
            while (deadOnTheBus() == null) {
                receiver.receiveMessages(1, Duration.ofSeconds(1)).forEach(receiver::abandon);
            }
        }
    }

    private void deadLetter(DeadLetterOptions reason) {
        try (var receiver = client.receiver().queueName(QUEUE).buildClient()) {
            receiver.receiveMessages(1, PATIENCE).forEach(message -> receiver.deadLetter(message, reason));
        }
    }

    private ServiceBusReceivedMessage deadOnTheBus() {
        try (var dead = client.receiver()
                .queueName(QUEUE)
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .buildClient()) {
            return dead.peekMessage();
        }
    }

    private void send(String id, String body) {
        try (var sender = client.sender().queueName(QUEUE).buildClient()) {
            sender.sendMessage(new ServiceBusMessage(body).setMessageId(id));
        }
    }

    private Intake intake() {
        return new Intake(
                DeadLetterCollectorTests::entry,
                new GroupStore(inbox, () -> {}),
                new MessageMetrics(new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    private static InboxEntry entry(ReceivedMessage message) {
        if (new String(message.body(), UTF_8).equals("gibberish")) {
            throw new InvalidEvent("message", List.of("it is gibberish"));
        }
        return InboxEntry.of(
                new QueueMessage(QUEUE, message.messageId(), message.contentType(), message.body()), Optional.empty());
    }

    private List<Map<String, Object>> rows() {
        return database.sql("SELECT entry_id, type, status, head, error_type, last_error FROM inbox")
                .query()
                .listOfRows();
    }
}
