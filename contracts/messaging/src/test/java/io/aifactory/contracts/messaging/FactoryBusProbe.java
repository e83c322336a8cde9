package io.aifactory.contracts.messaging;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.messaging.bus.MessageMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Another service as a test plays it: it publishes events, and sees all that go over the topic. */
public final class FactoryBusProbe implements AutoCloseable {

    private static final String TOPIC = "factory-events";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServiceBusClientBuilder client;
    private final ServiceBusSenderClient events;
    private final ServiceBusProcessorClient observer;
    private final List<FactoryEvent> seen = new CopyOnWriteArrayList<>();

    FactoryBusProbe(String connectionString) {
        client = new ServiceBusClientBuilder().connectionString(connectionString);
        events = client.sender().topicName(TOPIC).buildClient();
        observer = client.processor()
                .topicName(TOPIC)
                .subscriptionName("observer")
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .disableAutoComplete()
                .processMessage(context -> see(context.getMessage()))
                .processError(error -> {})
                .buildProcessorClient();
        observer.start();
    }

    /** Sends an event as another service would. */
    public void publish(FactoryEvent event) {
        events.sendMessage(
                MessageMapping.toMessage(Envelope.of(event, "another-service", Instant.now(), Optional.empty())));
    }

    /** Sends a message to a queue as another system would. */
    public void sendToQueue(String queue, String messageId, byte[] body) {
        sendToQueue(queue, messageId, "application/json", body);
    }

    /** Sends a message of the given content type to a queue as another system would. */
    public void sendToQueue(String queue, String messageId, String contentType, byte[] body) {
        try (ServiceBusSenderClient sender = client.sender().queueName(queue).buildClient()) {
            sender.sendMessage(new ServiceBusMessage(BinaryData.fromBytes(body))
                    .setMessageId(messageId)
                    .setContentType(contentType));
        }
    }

    /** Sends whatever it is to the topic, in a lane if it does not say in which. */
    public void sendToTopic(ServiceBusMessage message) {
        if (message.getSessionId() == null) {
            message.setSessionId("lane-0");
        }
        events.sendMessage(message);
    }

    /** Returns the first event of the given kind, waiting for it if need be. */
    public <T extends FactoryEvent> T await(Class<T> type, Predicate<? super T> wanted) {
        return Awaitility.await("a " + type.getSimpleName())
                .atMost(PATIENCE)
                .until(() -> seen(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Returns the events of the given kind that have been seen so far. */
    public <T extends FactoryEvent> List<T> seen(Class<T> type) {
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void see(ServiceBusReceivedMessage message) {
        Object type = message.getApplicationProperties().get("cloudEvents_type");
        if (type != null) {
            seen.add(Envelope.eventOf(MessageMapping.toEvent(message)));
        }
    }

    @Override
    public void close() {
        observer.close();
        events.close();
    }
}
