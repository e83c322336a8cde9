package io.aifactory.local.bus;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.terminal.Refusal;
import java.time.Duration;

/** Sends to one queue of the bus as a neighbour of the factory would. */
public final class QueueSender implements AutoCloseable {

    private static final AmqpRetryOptions RETRY = new AmqpRetryOptions()
            .setMaxRetries(1)
            .setDelay(Duration.ofMillis(300))
            .setTryTimeout(Duration.ofSeconds(5));

    private final String queue;
    private final ServiceBusSenderClient client;

    public QueueSender(BusAddress bus, String queue) {
        this.queue = queue;
        this.client = new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .retryOptions(RETRY)
                .sender()
                .queueName(queue)
                .buildClient();
    }

    /**
     * Returns once the bus has the message.
     *
     * @throws Refusal if it can not be reached
     */
    public void send(String messageId, String contentType, String body) {
        try {
            client.sendMessage(
                    new ServiceBusMessage(body).setMessageId(messageId).setContentType(contentType));
        } catch (ServiceBusException | AmqpException | IllegalStateException e) {
            throw Refusal.unreachable("The bus does not take the message for %s: %s".formatted(queue, e.getMessage()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
