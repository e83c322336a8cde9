package io.aifactory.bench.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** A second topic with the subscriptions and filters of the first, so that two ways do not take each other's messages. */
final class TwinTopic {

    static final String NAME = "bare-events";

    private static final String ORIGINAL = "factory-events";

    private TwinTopic() {}

    /** Writes the given configuration of the bus, with the twin in it, to another file. */
    static void write(Path config, Path target) {
        try {
            JsonNode root = Json.MAPPER.readTree(config.toFile());
            var topics = (ArrayNode) root.at("/UserConfig/Namespaces/0/Topics");
            ObjectNode twin = StreamSupport.stream(topics.spliterator(), false)
                    .filter(topic -> ORIGINAL.equals(topic.path("Name").asText()))
                    .map(topic -> (ObjectNode) topic.deepCopy())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(config + " has no topic " + ORIGINAL));
            topics.add(twin.put("Name", NAME));
            Json.MAPPER.writeValue(target.toFile(), root);
        } catch (IOException e) {
            throw new UncheckedIOException("can not write " + target, e);
        }
    }
}
