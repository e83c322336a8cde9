package io.aifactory.localbus;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusRuleManagerClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.ServiceBusSessionReceiverClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.azure.messaging.servicebus.models.SubQueue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real clients of one bus, each with a connection of its own, closed together; there is one sender per entity. */
public final class BusClients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ONE_TRY = Duration.ofSeconds(10);

    private final String connectionString;
    private final Map<String, ServiceBusSenderClient> senders = new HashMap<>();
    private final Deque<AutoCloseable> clients = new ArrayDeque<>();

    public BusClients(String connectionString) {
        this.connectionString = connectionString;
    }

    public static ServiceBusClientBuilder client(String connectionString) {
        return new ServiceBusClientBuilder()
                .connectionString(connectionString)
                .retryOptions(new AmqpRetryOptions().setMaxRetries(1).setTryTimeout(ONE_TRY));
    }

    public <T extends AutoCloseable> T closing(T client) {
        clients.push(client);
        return client;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
    }

    public ServiceBusClientBuilder builder() {
        return client(connectionString);
    }

    public ServiceBusSenderClient sender(String entity) {
        return senders.computeIfAbsent(
                entity, name -> closing(builder().sender().queueName(name).buildClient()));
    }

    public ServiceBusReceiverClient receiver(String queue) {
        return closing(receiving().queueName(queue).buildClient());
    }

    public ServiceBusReceiverClient receiver(String topic, String subscription) {
        return closing(
                receiving().topicName(topic).subscriptionName(subscription).buildClient());
    }

    public ServiceBusReceiverClient deadLetters(String queue) {
        return closing(receiving()
                .queueName(queue)
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .buildClient());
    }

    public ServiceBusReceiverClient deadLetters(String topic, String subscription) {
        return closing(receiving()
                .topicName(topic)
                .subscriptionName(subscription)
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .buildClient());
    }

    private ServiceBusClientBuilder.ServiceBusReceiverClientBuilder receiving() {
        return builder().receiver().disableAutoComplete().maxAutoLockRenewDuration(Duration.ZERO);
    }

    public ServiceBusReceiverClient taker(String queue) {
        return closing(builder()
                .receiver()
                .queueName(queue)
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .buildClient());
    }

    public ServiceBusSessionReceiverClient sessions(String queue) {
        return closing(builder()
                .sessionReceiver()
                .queueName(queue)
                .disableAutoComplete()
                .maxAutoLockRenewDuration(Duration.ZERO)
                .buildClient());
    }

    public ServiceBusRuleManagerClient rules(String topic, String subscription) {
        return closing(builder()
                .ruleManager()
                .topicName(topic)
                .subscriptionName(subscription)
                .buildClient());
    }

    public static ServiceBusMessage message(String body) {
        return new ServiceBusMessage(body);
    }

    public static ServiceBusReceivedMessage receiveOne(ServiceBusReceiverClient receiver) {
        List<ServiceBusReceivedMessage> messages = receive(receiver, 1);
        if (messages.isEmpty()) {
            throw new AssertionError("Nothing came within " + PATIENCE);
        }
        return messages.get(0);
    }

    /** One after the other, because a receiver may be handed fewer than it asks for. */
    public static List<ServiceBusReceivedMessage> receive(ServiceBusReceiverClient receiver, int count) {
        List<ServiceBusReceivedMessage> received = new ArrayList<>();
        while (received.size() < count) {
            List<ServiceBusReceivedMessage> some = receiver.receiveMessages(count - received.size(), PATIENCE).stream()
                    .toList();
            if (some.isEmpty()) {
                return received;
            }
            received.addAll(some);
        }
        return received;
    }

    public static List<String> bodies(Iterable<ServiceBusReceivedMessage> messages) {
        List<String> bodies = new ArrayList<>();
        messages.forEach(message -> bodies.add(message.getBody().toString()));
        return bodies;
    }
}
