package io.aifactory.lake.arrival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.messaging.Unprocessable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what Azure Storage says through Event Grid: CloudEvents or Event Grid's own schema, one event or several. Which
 * calls mean that a file is there, whole, is said in "Reacting to Blob storage events" of the Azure documentation;
 * {@code CreateFile} and {@code SftpCreate} mean an empty file that is still to be written.
 */
final class StorageEvents {

    private static final Set<String> COMPLETING_CALLS =
            Set.of("FlushWithClose", "PutBlob", "PutBlockList", "CopyBlob", "SftpCommit", "RenameFile", "SftpRename");
    private static final Set<String> TYPES = Set.of("Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobRenamed");
    private static final String CONTAINERS = "/blobServices/default/containers/";
    private static final String BLOBS = "/blobs/";
    private static final Logger LOG = LoggerFactory.getLogger(StorageEvents.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private StorageEvents() {}

    /**
     * Returns the paths, below the container, of the files that a message says are there. What is no storage event among
     * others that are is left out, and the log says so.
     *
     * @throws Unprocessable if it is no JSON, or all that it has is no storage event
     */
    static List<String> completedFiles(byte[] message) {
        JsonNode root = parse(message);
        List<JsonNode> events = root.isArray() ? elements(root) : List.of(root);
        var paths = new ArrayList<String>();
        var refusals = new ArrayList<Unprocessable>();
        for (JsonNode event : events) {
            try {
                completedFile(event).ifPresent(paths::add);
            } catch (Unprocessable e) {
                refusals.add(e);
            }
        }
        if (!refusals.isEmpty() && refusals.size() == events.size()) {
            throw refusals.get(0);
        }
        refusals.forEach(
                refusal -> LOG.warn("ignored one of {} storage events: {}", events.size(), refusal.getMessage()));
        return paths;
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

    private static Optional<String> completedFile(JsonNode event) {
        String type = Objects.requireNonNullElse(text(event, "type"), text(event, "eventType", ""));
        String subject = text(event, "subject", "");
        if (type.isEmpty() || subject.isEmpty()) {
            throw new Unprocessable("a storage event has a type and a subject");
        }
        String call = text(event.path("data"), "api", "");
        return TYPES.contains(type) && COMPLETING_CALLS.contains(call)
                ? Optional.of(pathOf(subject))
                : Optional.empty();
    }

    private static String pathOf(String subject) {
        int blobs = subject.indexOf(BLOBS, CONTAINERS.length());
        if (!subject.startsWith(CONTAINERS) || blobs < 0) {
            throw new Unprocessable("the subject of a storage event names a container and a blob, this is " + subject);
        }
        return subject.substring(blobs + BLOBS.length());
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    private static String text(JsonNode node, String field, String fallback) {
        return Objects.requireNonNullElse(text(node, field), fallback);
    }
}
