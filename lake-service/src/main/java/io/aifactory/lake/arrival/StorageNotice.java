package io.aifactory.lake.arrival;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.messaging.Unprocessable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One event as Event Grid writes it, in either schema. Which calls mean that a file is there, whole, is said in "Reacting to
 * Blob storage events" of the Azure documentation: {@code CreateFile} and {@code SftpCreate} mean an empty file that is
 * still to be written, and {@code CopyBlob} comes when the copy begins.
 */
final class StorageNotice {

    private static final Set<String> COMPLETING_CALLS =
            Set.of("FlushWithClose", "PutBlob", "PutBlockList", "SftpCommit");
    private static final String BEGINNING_COPY = "CopyBlob";
    private static final Pattern SUBJECT = Pattern.compile("/blobServices/default/containers/([^/]+)/blobs/(.+)");
    private static final Pattern ACCOUNT = Pattern.compile("(?i).*/storageAccounts/([^/]+)");
    private static final Pattern URL = Pattern.compile("\\w+://[^/]*/[^/]+/(.+)");

    private final JsonNode event;
    private final JsonNode data;
    private final String type;
    private final Matcher subject;

    /**
     * Takes an event.
     *
     * @throws Unprocessable if it is no storage event
     */
    StorageNotice(JsonNode event) {
        this.event = event;
        this.data = event.path("data");
        this.type = either("type", "eventType").orElse("");
        this.subject = SUBJECT.matcher(text(event, "subject").orElse(""));
        if (type.isEmpty() || !event.has("subject")) {
            throw new Unprocessable("a storage event has a type and a subject");
        }
        if (!subject.matches()) {
            throw new Unprocessable("the subject of a storage event names a container and a blob, this is "
                    + text(event, "subject").orElse("none"));
        }
    }

    /** Returns its id; an event without one is told from others by all it says. */
    String id() {
        return text(event, "id").orElseGet(event::toString);
    }

    Optional<String> account() {
        return either("source", "topic")
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .map(account -> account.group(1));
    }

    String container() {
        return subject.group(1);
    }

    @Nullable
    String sequence() {
        return text(data, "sequencer").orElse(null);
    }

    /** Returns what happened; empty if it is nothing that concerns the factory. */
    Optional<Change> change() {
        String path = subject.group(2);
        return switch (type) {
            case "Microsoft.Storage.BlobCreated" ->
                created(path, text(data, "api").orElse(""));
            case "Microsoft.Storage.BlobDeleted" -> Optional.of(new Change.OfFile(path, null));
            case "Microsoft.Storage.BlobRenamed" -> Optional.of(new Change.FileRenamed(source(), path));
            case "Microsoft.Storage.DirectoryRenamed" -> Optional.of(new Change.FolderRenamed(source(), path));
            case "Microsoft.Storage.DirectoryDeleted" -> Optional.of(new Change.FolderRemoved(path));
            default -> Optional.empty();
        };
    }

    private Optional<Change> created(String path, String call) {
        if (call.equals(BEGINNING_COPY)) {
            JsonNode length = data.path("contentLength");
            return Optional.of(new Change.OfFile(path, length.canConvertToLong() ? length.longValue() : null));
        }
        return COMPLETING_CALLS.contains(call) ? Optional.of(new Change.OfFile(path, null)) : Optional.empty();
    }

    private String source() {
        String url = text(data, "sourceUrl").orElseThrow(() -> new Unprocessable("a rename has a sourceUrl"));
        Matcher path = URL.matcher(url);
        if (!path.matches()) {
            throw new Unprocessable("the sourceUrl of a rename names a file or folder, this is " + url);
        }
        return decoded(path.group(1));
    }

    /** Subjects come as the file is called; addresses may have blanks and letters encoded. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private Optional<String> either(String cloudEvent, String eventGrid) {
        return text(event, cloudEvent).or(() -> text(event, eventGrid));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
