package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/**
 * Writes events as JSON and reads them back. Reading is tolerant of what it does not know, so that an event may gain
 * fields, and strict in all it knows: what breaks the event's schema is refused with every reason, by who writes it and
 * by who reads it.
 */
public final class EventFormat {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // the maps of events have no order of their own
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventFormat() {}

    /**
     * Returns the event's data as JSON: the same text for an equal event.
     *
     * @throws InvalidEvent if the event breaks its own schema
     */
    public static String write(FactoryEvent event) {
        String type = EventCatalog.typeOf(event.getClass());
        try {
            String data = JSON.writeValueAsString(event);
            requireValid(type, JSON.readTree(data));
            return data;
        } catch (JsonProcessingException e) {
            throw new InvalidEvent(type, List.of(e.getOriginalMessage()), e);
        }
    }

    /**
     * Returns the event of the given type.
     *
     * @throws InvalidEvent if the type is unknown, the data is no JSON or breaks the type's schema
     */
    public static FactoryEvent read(String type, byte[] data) {
        var event = EventCatalog.classOf(type)
                .orElseThrow(() -> new InvalidEvent(type, List.of("no event of this type is known")));
        try {
            JsonNode tree = JSON.readTree(data);
            requireValid(type, tree);
            return JSON.treeToValue(tree, event);
        } catch (JsonProcessingException e) {
            throw new InvalidEvent(type, List.of(e.getOriginalMessage()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidEvent(type, List.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static void requireValid(String type, JsonNode data) {
        List<String> violations = EventSchemas.violations(type, data);
        if (!violations.isEmpty()) {
            throw new InvalidEvent(type, violations);
        }
    }
}
