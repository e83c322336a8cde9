package io.aifactory.contracts.messaging.bus;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.Lane;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents over Service Bus. An event goes out in binary mode: its attributes as application properties
 * {@code cloudEvents_…}, its data as the body (CloudEvents AMQP protocol binding 1.0.2, §3.1, with the underscore that
 * JMS clients can read). It is taken in binary mode and in structured mode, which other senders use.
 */
public final class MessageMapping {

    private static final String PREFIX = "cloudEvents_";
    private static final String STRUCTURED = "application/cloudevents+json";

    private MessageMapping() {}

    /** Returns the message an event travels in. */
    public static ServiceBusMessage toMessage(CloudEvent event) {
        var message = new ServiceBusMessage(BinaryData.fromBytes(Envelope.dataOf(event)));
        message.setMessageId(event.getId());
        message.setSessionId(
                Lane.of(text(event.getExtension(Envelope.PARTITION_KEY))).sessionId());
        message.setContentType("application/json");
        Map<String, Object> properties = message.getApplicationProperties();
        event.getAttributeNames().forEach(name -> properties.put(PREFIX + name, text(event.getAttribute(name))));
        event.getExtensionNames().forEach(name -> properties.put(PREFIX + name, text(event.getExtension(name))));
        return message;
    }

    /**
     * Returns the event a message carries.
     *
     * @throws InvalidEvent if it carries none
     */
    public static CloudEvent toEvent(ServiceBusReceivedMessage message) {
        return toEvent(ReceivedMessage.of(message));
    }

    static CloudEvent toEvent(ReceivedMessage message) {
        return isStructured(message) ? Envelope.read(message.body()) : binary(message);
    }

    /**
     * Returns the CloudEvents attributes a message came with, as JSON. Other properties are left behind on purpose: other
     * systems put secrets there.
     */
    static String attributesOf(ReceivedMessage message) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        message.properties().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(Text.printable(name), Text.printable(text(value)));
            }
        });
        return attributes.toString();
    }

    private static boolean isStructured(ReceivedMessage message) {
        String contentType = message.contentType();
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    private static CloudEvent binary(ReceivedMessage message) {
        try {
            var builder = CloudEventBuilder.v1().withData(message.body());
            message.properties().forEach((name, value) -> {
                if (name.startsWith(PREFIX) && !name.equals(PREFIX + "specversion")) {
                    builder.withContextAttribute(name.substring(PREFIX.length()), text(value));
                }
            });
            return builder.build();
        } catch (CloudEventRWException | IllegalStateException e) {
            throw new InvalidEvent("CloudEvent", List.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
