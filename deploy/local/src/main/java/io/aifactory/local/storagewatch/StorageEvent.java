package io.aifactory.local.storagewatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The event Event Grid sends when a file was written to an ADLS Gen2 account, or removed from it, as CloudEvents 1.0. The same
 * state of the same file has the same id, always; a file that was removed and came back is told anew.
 *
 * @param id its id
 * @param body its JSON
 */
record StorageEvent(String id, String body) {

    private static final String SOURCE =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-aif-common-%s-local/providers/Microsoft.Storage/storageAccounts/%s";

    /** Returns the event of a file that is there; the last removal of a file of that place has the given sequence. */
    static StorageEvent written(SeenFile file, long lastRemoval, long sequence, Instant time) {
        var state = lastRemoval == 0 ? file.eTag() : file.eTag() + "@" + lastRemoval;
        var place = new Place(file.environment(), file.path(), state);
        var data = place.data("FlushWithClose", sequence);
        data.put("eTag", file.eTag());
        data.put("contentLength", file.size());
        data.put("contentOffset", 0);
        return place.event("Microsoft.Storage.BlobCreated", data, time);
    }

    /** Returns the event of a file that is no longer there. */
    static StorageEvent removed(String environment, String path, long sequence, Instant time) {
        var place = new Place(environment, path, "removed@" + sequence);
        return place.event("Microsoft.Storage.BlobDeleted", place.data("DeleteFile", sequence), time);
    }

    private record Place(String environment, String path, String state) {

        StorageEvent event(String type, ObjectNode data, Instant time) {
            var id = name("event");
            var event = Json.MAPPER.createObjectNode();
            event.put("id", id);
            event.put("source", SOURCE.formatted(environment, account()));
            event.put("specversion", "1.0");
            event.put("type", type);
            event.put("subject", "/blobServices/default/containers/lake3/blobs/" + path);
            event.put("time", time.toString());
            event.set("data", data);
            return new StorageEvent(id, event.toString());
        }

        ObjectNode data(String api, long sequence) {
            var data = Json.MAPPER.createObjectNode();
            data.put("api", api);
            data.put("clientRequestId", name("client request"));
            data.put("requestId", name("request"));
            data.put("contentType", contentType(path));
            data.put("blobType", "BlockBlob");
            data.put("url", "https://%s.dfs.core.windows.net/lake3/%s".formatted(account(), path));
            data.put("sequencer", "%048x".formatted(sequence));
            data.putObject("storageDiagnostics").put("batchId", name("batch"));
            return data;
        }

        private String account() {
            return "staif%slake001".formatted(environment);
        }

        private String name(String purpose) {
            var text = String.join("|", purpose, environment + "/" + path, state);
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    private static String contentType(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : "application/octet-stream";
    }
}
