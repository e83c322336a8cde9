package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusMessageBatch;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.aifactory.contracts.messaging.outbox.EventSender;
import io.cloudevents.CloudEvent;
import java.util.List;

/** Sends events in batches, each of which the bus accepts as a whole or not at all. */
final class BusSender implements EventSender, AutoCloseable {

    private final ServiceBusSenderClient client;

    BusSender(ServiceBusSenderClient client) {
        this.client = client;
    }

    @Override
    public void send(List<CloudEvent> events) {
        ServiceBusMessageBatch batch = client.createMessageBatch();
        for (CloudEvent event : events) {
            ServiceBusMessage message = MessageMapping.toMessage(event);
            if (!batch.tryAddMessage(message)) {
                client.sendMessages(batch);
                batch = client.createMessageBatch();
                addAlone(batch, message);
            }
        }
        client.sendMessages(batch);
    }

    private static void addAlone(ServiceBusMessageBatch batch, ServiceBusMessage message) {
        if (!batch.tryAddMessage(message)) {
            throw new IllegalStateException(
                    "event %s is larger than the bus takes; lower factory.messaging.max-event-size"
                            .formatted(message.getMessageId()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
