package io.aifactory.lake.arrival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.messaging.Unprocessable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what Azure Storage says through Event Grid: CloudEvents or Event Grid's own schema, one event or several. */
final class StorageEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StorageEvents.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private StorageEvents() {}

    /**
     * Returns what a message says. What means nothing to the factory is left out; so is what is no storage event among
     * others that are, and the log says so.
     *
     * @throws Unprocessable if it is no JSON, or all that it has is no storage event
     */
    static List<StorageEvent> read(byte[] message) {
        JsonNode root = parse(message);
        List<JsonNode> nodes = root.isArray() ? elements(root) : List.of(root);
        var events = new ArrayList<StorageEvent>();
        var refusals = new ArrayList<Unprocessable>();
        for (JsonNode node : nodes) {
            try {
                read(node).ifPresent(events::add);
            } catch (Unprocessable e) {
                refusals.add(e);
            }
        }
        if (!refusals.isEmpty() && refusals.size() == nodes.size()) {
            throw refusals.get(0);
        }
        refusals.forEach(
                refusal -> LOG.warn("ignored one of {} storage events: {}", nodes.size(), refusal.getMessage()));
        return events;
    }

    private static Optional<StorageEvent> read(JsonNode node) {
        var notice = new StorageNotice(node);
        return notice.change()
                .map(change -> new StorageEvent(
                        notice.id(), notice.account().orElse(null), notice.container(), notice.sequence(), change));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode parse(byte[] message) {
        try {
            JsonNode root = JSON.readTree(message);
            if (root == null || !root.isContainerNode()) {
                throw new Unprocessable("a storage event is a JSON object or an array of them");
            }
            return root;
        } catch (IOException e) {
            throw new Unprocessable("a storage event is JSON, this is not: " + e.getMessage(), e);
        }
    }
}
