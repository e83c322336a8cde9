package io.aifactory.localbus.conformance;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.azure.messaging.servicebus.models.SubQueue;
import io.aifactory.localbus.topology.QueueDefinition;
import io.aifactory.localbus.topology.SubscriptionDefinition;
import io.aifactory.localbus.topology.TopicDefinition;
import io.aifactory.localbus.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities the suite needs, and how to empty them where a bus outlives a test. */
final class Entities {

    static final Path FILE = Path.of("src/test/resources/entities.json");

    /** Every session a test of the suite uses. */
    private static final List<String> SESSIONS =
            List.of("a", "b", "closing", "empty", "kept", "lane-0", "lane-1", "lane-2", "lane-3", "noted", "s", "slow");

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);
    private static final int MANY = 100;

    private final ServiceBusClientBuilder builder;

    private Entities(String connectionString) {
        this.builder = new ServiceBusClientBuilder().connectionString(connectionString);
    }

    static void empty(String connectionString) {
        Entities entities = new Entities(connectionString);
        Topology topology = Topology.read(FILE);
        topology.queues().forEach(entities::empty);
        topology.topics().forEach(entities::empty);
    }

    private void empty(QueueDefinition queue) {
        empty(queue.name(), null, SubQueue.DEAD_LETTER_QUEUE);
        if (queue.properties().requiresSession()) {
            emptySessions(queue.name(), null);
        } else {
            empty(queue.name(), null, SubQueue.NONE);
        }
    }

    private void empty(TopicDefinition topic) {
        for (SubscriptionDefinition subscription : topic.subscriptions()) {
            empty(topic.name(), subscription.name(), SubQueue.DEAD_LETTER_QUEUE);
            if (subscription.properties().requiresSession()) {
                emptySessions(topic.name(), subscription.name());
            } else {
                empty(topic.name(), subscription.name(), SubQueue.NONE);
            }
        }
    }

    private void empty(String entity, @Nullable String subscription, SubQueue subQueue) {
        var receiver = builder.receiver()
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .subQueue(subQueue);
        try (ServiceBusReceiverClient taker = subscription == null
                ? receiver.queueName(entity).buildClient()
                : receiver.topicName(entity).subscriptionName(subscription).buildClient()) {
            takeAll(taker);
        }
    }

    private static void takeAll(ServiceBusReceiverClient taker) {
        boolean more = true;
        while (more) {
            more = taker.peekMessage(0) != null
                    && !taker.receiveMessages(MANY, LONG_ENOUGH).stream()
                            .toList()
                            .isEmpty();
        }
    }

    private void emptySessions(String entity, @Nullable String subscription) {
        var receiver = builder.sessionReceiver().receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE);
        try (var sessions = subscription == null
                ? receiver.queueName(entity).buildClient()
                : receiver.topicName(entity).subscriptionName(subscription).buildClient()) {
            for (String session : SESSIONS) {
                try (ServiceBusReceiverClient taker = sessions.acceptSession(session)) {
                    takeAll(taker);
                }
            }
        }
    }
}
