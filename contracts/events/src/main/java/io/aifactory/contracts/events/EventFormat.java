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
 * fields, and strict in all it knows: what breaks the event's schema is refused with every reason.
 */
public final class EventFormat {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventFormat() {}

    /** Returns the event's data as JSON. */
    public static String write(FactoryEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
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
            return JSON.treeToValue(tree, event);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidEvent(type, List.of(String.valueOf(e.getMessage())), e);
        }
    }
}
