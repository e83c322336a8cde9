package io.aifactory.contracts.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Who receives which events, as the filters of the bus say that every deployment is made from. */
final class Subscriptions {

    private static final Path ENTITIES = Path.of("../../deploy/Config.json");
    private static final Pattern TYPE = Pattern.compile("'(io\\.aifactory\\.[a-z.-]+\\.v\\d+)'");

    private Subscriptions() {}

    static Map<String, SortedSet<String>> typesByReceiver() {
        var receivers = new TreeMap<String, SortedSet<String>>();
        for (JsonNode subscription : entities().findValue("Subscriptions")) {
            receivers.put(subscription.path("Name").asText(), types(subscription.path("Rules")));
        }
        return receivers;
    }

    /** A filter that names no type lets all of them pass. */
    private static SortedSet<String> types(JsonNode rules) {
        var types = new TreeSet<String>();
        for (String filter : rules.findValuesAsText("SqlExpression")) {
            TYPE.matcher(filter).results().forEach(type -> types.add(type.group(1)));
        }
        return types.isEmpty() ? new TreeSet<>(EventCatalog.types()) : types;
    }

    private static JsonNode entities() {
        try {
            return new ObjectMapper().readTree(Files.readString(ENTITIES));
        } catch (IOException e) {
            throw new UncheckedIOException("the bus's entities cannot be read", e);
        }
    }
}
