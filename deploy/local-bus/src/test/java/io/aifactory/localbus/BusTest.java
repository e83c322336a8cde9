package io.aifactory.localbus;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.util.IterableStream;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.azure.messaging.servicebus.models.SubQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bus with the entities of {@code entities.json} and the real client to talk to it. */
abstract class BusTest {

    static final Path ENTITIES = Path.of("src/test/resources/entities.json");

    @TempDir
    Path data;

    LocalBus bus;

    private final Deque<AutoCloseable> clients = new ArrayDeque<>();

    @BeforeEach
    void startBus() {
        bus = LocalBus.start(LocalBusSettings.of(ENTITIES, data));
    }

    @AfterEach
    void stopBus() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
        bus.close();
    }

    <T extends AutoCloseable> T closing(T client) {
        clients.push(client);
        return client;
    }

    ServiceBusClientBuilder client() {
        return client(bus.connectionString());
    }

    static ServiceBusClientBuilder client(String connectionString) {
        return new ServiceBusClientBuilder()
                .connectionString(connectionString)
                .retryOptions(new AmqpRetryOptions().setMaxRetries(1).setTryTimeout(Duration.ofSeconds(10)));
    }

    ServiceBusSenderClient queueSender(String queue) {
        return closing(client().sender().queueName(queue).buildClient());
    }

    ServiceBusSenderClient topicSender(String topic) {
        return closing(client().sender().topicName(topic).buildClient());
    }

    ServiceBusReceiverClient queueReceiver(String queue) {
        return closing(client().receiver()
                .queueName(queue)
                .disableAutoComplete()
                .maxAutoLockRenewDuration(Duration.ZERO)
                .buildClient());
    }

    ServiceBusReceiverClient deadLetterReceiver(String queue) {
        return closing(client().receiver()
                .queueName(queue)
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .disableAutoComplete()
                .maxAutoLockRenewDuration(Duration.ZERO)
                .buildClient());
    }

    ServiceBusReceiverClient subscriptionReceiver(String topic, String subscription) {
        return closing(client().receiver()
                .topicName(topic)
                .subscriptionName(subscription)
                .receiveMode(ServiceBusReceiveMode.PEEK_LOCK)
                .disableAutoComplete()
                .maxAutoLockRenewDuration(Duration.ZERO)
                .buildClient());
    }

    static ServiceBusMessage message(String body) {
        return new ServiceBusMessage(body);
    }

    static ServiceBusReceivedMessage receiveOne(ServiceBusReceiverClient receiver) {
        return receive(receiver, 1).get(0);
    }

    static List<ServiceBusReceivedMessage> receive(ServiceBusReceiverClient receiver, int count) {
        IterableStream<ServiceBusReceivedMessage> messages = receiver.receiveMessages(count, Duration.ofSeconds(10));
        return messages.stream().toList();
    }

    static List<String> bodies(List<ServiceBusReceivedMessage> messages) {
        return messages.stream().map(message -> message.getBody().toString()).toList();
    }
}
