package io.aifactory.bench.history;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.SubQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Looks at what a subscription holds, without taking anything out. */
public final class BusReader {

    private static final int PAGE = 200;

    private final ServiceBusClientBuilder client;
    private final String topic;

    /** Reads through the given connection string. */
    public BusReader(String connectionString, String topic) {
        this.client = new ServiceBusClientBuilder().connectionString(connectionString);
        this.topic = topic;
    }

    /** Returns what waits for the given service and what it turned away. */
    public SubscriptionContents read(String service) {
        return new SubscriptionContents(
                service, messageIds(service, SubQueue.NONE).size(), messageIds(service, SubQueue.DEAD_LETTER_QUEUE));
    }

    private List<String> messageIds(String service, SubQueue queue) {
        var ids = new ArrayList<String>();
        try (var receiver = client.receiver()
                .topicName(topic)
                .subscriptionName(service)
                .subQueue(queue)
                .buildClient()) {
            long from = 1;
            List<ServiceBusReceivedMessage> page;
            do {
                page = StreamSupport.stream(receiver.peekMessages(PAGE, from).spliterator(), false)
                        .toList();
                page.forEach(message -> ids.add(message.getMessageId()));
                from = page.isEmpty() ? from : page.get(page.size() - 1).getSequenceNumber() + 1;
            } while (!page.isEmpty());
        }
        return ids;
    }
}
