package io.aifactory.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.exception.AzureException;
import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EventCatalog;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends what nobody asked for: copies of events, late and out of turn, under message ids the bus has not seen, and messages
 * nobody can read. It sees events through the bus's {@code observer} subscription.
 */
final class Mischief implements AutoCloseable {

    private static final String TOPIC = "factory-events";
    private static final double COPIED = 0.3;
    private static final int LATEST_MILLIS = 4_000;

    private final ServiceBusSenderClient sender;
    private final ServiceBusProcessorClient observer;
    private final Random random;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong copies = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Set<String> unparsable = ConcurrentHashMap.newKeySet();
    private volatile boolean copying;

    Mischief(String connectionString, long seed) {
        this.random = new Random(seed);
        var client = new ServiceBusClientBuilder().connectionString(connectionString);
        this.sender = client.sender().topicName(TOPIC).buildClient();
        this.observer = client.processor()
                .topicName(TOPIC)
                .subscriptionName("observer")
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .disableAutoComplete()
                .prefetchCount(50)
                .processMessage(context -> see(context.getMessage()))
                .processError(error -> failures.incrementAndGet())
                .buildProcessorClient();
        observer.start();
    }

    void copying(boolean now) {
        copying = now;
    }

    /** Returns how many copies were sent. */
    long copies() {
        return copies.get();
    }

    /** Returns the message ids of what nobody can read. */
    Set<String> unparsable() {
        return Set.copyOf(unparsable);
    }

    void sendUnparsable(int count) {
        for (int each = 0; each < count; each++) {
            var id = "unparsable-" + random.nextInt(Integer.MAX_VALUE);
            unparsable.add(id);
            timer.execute(() -> sendUntilTaken(unreadable(id)));
        }
    }

    private synchronized void see(ServiceBusReceivedMessage message) {
        boolean isCopy = message.getMessageId().startsWith("copy-")
                || message.getMessageId().startsWith("unparsable-");
        if (copying && !isCopy && random.nextDouble() < COPIED) {
            var copy = new ServiceBusMessage(message).setMessageId("copy-" + random.nextLong());
            var unused = timer.schedule(() -> send(copy), random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    /** A copy that can't be sent is no loss. */
    private void send(ServiceBusMessage message) {
        try {
            sender.sendMessage(message);
            copies.incrementAndGet();
        } catch (AzureException | IllegalStateException e) {
            failures.incrementAndGet();
        }
    }

    private void sendUntilTaken(ServiceBusMessage message) {
        try {
            sender.sendMessage(message);
        } catch (AzureException | IllegalStateException e) {
            failures.incrementAndGet();
            var unused = timer.schedule(() -> sendUntilTaken(message), 1, TimeUnit.SECONDS);
        }
    }

    private static ServiceBusMessage unreadable(String id) {
        var message = new ServiceBusMessage(BinaryData.fromBytes("{\"project\": 7".getBytes(UTF_8)))
                .setMessageId(id)
                .setSessionId("lane-" + Math.floorMod(id.hashCode(), 16));
        message.getApplicationProperties()
                .putAll(Map.of(
                        "cloudEvents_specversion",
                        "1.0",
                        "cloudEvents_id",
                        id,
                        "cloudEvents_source",
                        "/nobody",
                        "cloudEvents_type",
                        EventCatalog.typeOf(EnvironmentProvisioned.class)));
        return message;
    }

    /** Sends what is still to be sent, and no more. */
    void finish() {
        copying = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the bus does not take the last copies");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        observer.close();
        sender.close();
    }
}
