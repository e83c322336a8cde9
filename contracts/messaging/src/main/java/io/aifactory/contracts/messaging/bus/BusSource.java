package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusClientBuilder.ServiceBusReceiverClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.models.SubQueue;
import org.jspecify.annotations.Nullable;

/**
 * A queue or subscription the service receives from.
 *
 * @param binding the binding that receives
 * @param entity the topic or queue
 * @param subscription the subscription, if the entity is a topic
 */
record BusSource(String binding, String entity, @Nullable String subscription) {

    /** Returns a client that can look at what waits; it takes no session and so receives nothing. */
    ServiceBusReceiverAsyncClient looking(ServiceBusClientBuilder client) {
        return receiver(client).buildAsyncClient();
    }

    /** Returns a receiver of the dead letters. */
    ServiceBusReceiverClient deadLetters(ServiceBusClientBuilder client) {
        return receiver(client).subQueue(SubQueue.DEAD_LETTER_QUEUE).buildClient();
    }

    /** Returns whether messages come in sessions: those of the topic do, a lane each. */
    boolean hasSessions() {
        return subscription != null;
    }

    private ServiceBusReceiverClientBuilder receiver(ServiceBusClientBuilder client) {
        var receiver = client.receiver();
        return subscription == null
                ? receiver.queueName(entity)
                : receiver.topicName(entity).subscriptionName(subscription);
    }
}
