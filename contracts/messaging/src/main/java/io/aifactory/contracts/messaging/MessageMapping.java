package io.aifactory.contracts.messaging;

import com.azure.spring.messaging.servicebus.support.ServiceBusMessageHeaders;
import io.aifactory.contracts.events.InvalidEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import java.util.List;
import java.util.Locale;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/**
 * CloudEvents over Service Bus. An event goes out in binary mode: its attributes as application properties
 * {@code cloudEvents_…}, its data as the body (CloudEvents AMQP protocol binding 1.0.2, §3.1, with the underscore that
 * JMS clients can read). It is taken in binary mode and in structured mode, which other senders use.
 */
final class MessageMapping {

    private static final String PREFIX = "cloudEvents_";
    private static final String STRUCTURED = "application/cloudevents+json";

    private MessageMapping() {}

    static Message<byte[]> toMessage(CloudEvent event) {
        String partitionKey = String.valueOf(event.getExtension(Envelope.PARTITION_KEY));
        var message = MessageBuilder.withPayload(Envelope.dataOf(event))
                .setHeader(MessageHeaders.CONTENT_TYPE, "application/json")
                .setHeader(ServiceBusMessageHeaders.MESSAGE_ID, event.getId())
                .setHeader(
                        ServiceBusMessageHeaders.SESSION_ID,
                        Lane.of(partitionKey).sessionId());
        event.getAttributeNames().forEach(name -> message.setHeader(PREFIX + name, text(event.getAttribute(name))));
        event.getExtensionNames().forEach(name -> message.setHeader(PREFIX + name, text(event.getExtension(name))));
        return message.build();
    }

    static CloudEvent toEvent(ReceivedMessage message) {
        return isStructured(message) ? Envelope.read(message.body()) : binary(message);
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

    private static String text(Object value) {
        return value.toString();
    }
}
