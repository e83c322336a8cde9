package io.aifactory.local.bus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import java.util.Locale;

/**
 * An event as it passed on the bus.
 *
 * @param document its envelope and data, as structured CloudEvents
 */
record ObservedEvent(ObjectNode document) {

    private static final String PREFIX = "cloudevents_";
    private static final int TIME_OF_DAY = 11;
    private static final int SECONDS = 8;

    static ObservedEvent of(ServiceBusReceivedMessage message) {
        var document = Json.MAPPER.createObjectNode();
        message.getApplicationProperties().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                document.put(name.substring(PREFIX.length()), String.valueOf(value));
            }
        });
        document.set("data", data(message.getBody().toString()));
        return new ObservedEvent(document);
    }

    /** Returns time, sender, type and subject, for people. */
    String line() {
        return "%-8s  %-22s  %-32s  %s"
                .formatted(timeOfDay(text("time")), sender(text("source")), name(text("type")), text("subject"));
    }

    private String text(String attribute) {
        return document.path(attribute).asText();
    }

    private static String timeOfDay(String time) {
        return time.length() >= TIME_OF_DAY + SECONDS ? time.substring(TIME_OF_DAY, TIME_OF_DAY + SECONDS) : time;
    }

    private static String sender(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static String name(String type) {
        return type.replaceFirst("^io\\.aifactory\\.", "");
    }

    private static JsonNode data(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.valueToTree(body);
        }
    }
}
