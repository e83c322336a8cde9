package io.aifactory.bench.lake;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.bus.MessageMapping;
import io.aifactory.local.home.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the neighbours of the lake service do: tell of projects and files, and hear what it says. */
public final class LakeBus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LakeBus.class);
    private static final String TOPIC = "factory-events";
    private static final String QUEUE = "lake-storage-events";
    private static final String TYPE = "cloudEvents_type";

    private final ServiceBusSenderClient events;
    private final ServiceBusSenderClient storage;
    private final ServiceBusProcessorClient observer;
    private final Clock clock;

    /** Tells the given consumer of every event from now on. */
    public LakeBus(String address, Clock clock, Consumer<FactoryEvent> heard) {
        this.clock = clock;
        var client = new ServiceBusClientBuilder().connectionString(address);
        events = client.sender().topicName(TOPIC).buildClient();
        storage = client.sender().queueName(QUEUE).buildClient();
        observer = client.processor()
                .topicName(TOPIC)
                .subscriptionName("observer")
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .disableAutoComplete()
                .processMessage(context -> hear(context.getMessage(), heard))
                .processError(error -> LOG.warn(
                        "receiving from {} failed, and is tried again", error.getEntityPath(), error.getException()))
                .buildProcessorClient();
        observer.start();
    }

    private static void hear(ServiceBusReceivedMessage message, Consumer<FactoryEvent> heard) {
        if (message.getApplicationProperties().containsKey(TYPE)) {
            heard.accept(Envelope.eventOf(MessageMapping.toEvent(message)));
        }
    }

    /** Publishes an event as another service would. */
    public void publish(FactoryEvent event) {
        events.sendMessage(MessageMapping.toMessage(Envelope.of(event, "bench", clock.instant(), Optional.empty())));
    }

    /** Says, as the storage does, that a file is there. */
    public void landed(String path, long bytes) {
        String id = UUID.randomUUID().toString();
        var event = Map.of(
                "id",
                id,
                "source",
                "/subscriptions/bench",
                "specversion",
                "1.0",
                "type",
                "Microsoft.Storage.BlobCreated",
                "subject",
                "/blobServices/default/containers/lake3/blobs/" + path,
                "time",
                clock.instant().toString(),
                "data",
                Map.of(
                        "api",
                        "FlushWithClose",
                        "contentLength",
                        bytes,
                        "url",
                        "https://staifdevlake001.dfs.core.windows.net/lake3/" + path));
        storage.sendMessage(new ServiceBusMessage(BinaryData.fromString(
                        Json.MAPPER.valueToTree(List.of(event)).toString()))
                .setMessageId(id)
                .setContentType("application/json"));
    }

    @Override
    public void close() {
        observer.close();
        storage.close();
        events.close();
    }
}
