package io.aifactory.contracts.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.EventFormat;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.InvalidEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The CloudEvents 1.0 envelope of a factory event, in memory and as structured JSON. */
public final class Envelope {

    /** The extension that holds the event's partition key. */
    public static final String PARTITION_KEY = "partitionkey";

    /** The extension that holds the id of the event that began the story. */
    public static final String CORRELATION_ID = "correlationid";

    /** The extension that holds where in its trace the event came to be (W3C trace context). */
    public static final String TRACE_PARENT = "traceparent";

    static final String CAUSATION_ID = "causationid";

    private static final JsonFormat FORMAT = new JsonFormat();

    private Envelope() {}

    /** Wraps an event; the cause, if there is one, is the event being handled when it was published. */
    public static CloudEvent of(FactoryEvent event, String source, Instant time, Optional<EventContext> cause) {
        String type = EventCatalog.typeOf(event.getClass());
        String id = EventCatalog.idOf(event).toString();
        var builder = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/" + source))
                .withType(type)
                .withSubject(event.subject())
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create("urn:aifactory:schema:" + type))
                .withData("application/json", EventFormat.write(event).getBytes(UTF_8))
                .withExtension(PARTITION_KEY, event.partitionKey())
                .withExtension(
                        CORRELATION_ID, cause.map(EventContext::correlationId).orElse(id));
        cause.ifPresent(context -> builder.withExtension(CAUSATION_ID, context.id()));
        return builder.build();
    }

    /** Returns the structured JSON form. */
    public static byte[] write(CloudEvent event) {
        return FORMAT.serialize(event);
    }

    /**
     * Reads the structured JSON form.
     *
     * @throws InvalidEvent if it is none
     */
    public static CloudEvent read(byte[] structured) {
        try {
            return FORMAT.deserialize(structured);
        } catch (EventDeserializationException e) {
            throw new InvalidEvent("CloudEvent", List.of(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Returns the event inside.
     *
     * @throws InvalidEvent if its type is unknown or its data breaks the schema
     */
    public static FactoryEvent eventOf(CloudEvent event) {
        return EventFormat.read(event.getType(), dataOf(event));
    }

    /** Returns the data as it is, empty if there is none. */
    public static byte[] dataOf(CloudEvent event) {
        CloudEventData data = event.getData();
        return data == null ? new byte[0] : data.toBytes();
    }

    /** Returns the id of the event that began the story; the event itself if it does not say. */
    public static String correlationOf(CloudEvent event) {
        Object correlation = event.getExtension(CORRELATION_ID);
        return correlation == null ? event.getId() : correlation.toString();
    }
}
