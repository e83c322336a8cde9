package io.aifactory.local.storagewatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The event Event Grid sends when a file was written to an ADLS Gen2 account, as CloudEvents 1.0: {@code BlobCreated} with the api
 * {@code FlushWithClose}. The same state of the same file has the same id, always.
 *
 * @param id its id
 * @param body its JSON
 */
record StorageEvent(String id, String body) {

    private static final String SOURCE =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-aif-common-%s-local/providers/Microsoft.Storage/storageAccounts/%s";

    static StorageEvent of(SeenFile file, long sequence, Instant time) {
        var id = name(file, "event");
        var account = "staif%slake001".formatted(file.environment());
        var event = Json.MAPPER.createObjectNode();
        event.put("id", id);
        event.put("source", SOURCE.formatted(file.environment(), account));
        event.put("specversion", "1.0");
        event.put("type", "Microsoft.Storage.BlobCreated");
        event.put("subject", "/blobServices/default/containers/lake3/blobs/" + file.path());
        event.put("time", time.toString());
        event.set("data", data(file, account, sequence));
        return new StorageEvent(id, event.toString());
    }

    private static ObjectNode data(SeenFile file, String account, long sequence) {
        var data = Json.MAPPER.createObjectNode();
        data.put("api", "FlushWithClose");
        data.put("clientRequestId", name(file, "client request"));
        data.put("requestId", name(file, "request"));
        data.put("eTag", file.eTag());
        data.put("contentType", contentType(file.path()));
        data.put("contentLength", file.size());
        data.put("contentOffset", 0);
        data.put("blobType", "BlockBlob");
        data.put("url", "https://%s.dfs.core.windows.net/lake3/%s".formatted(account, file.path()));
        data.put("sequencer", "%048x".formatted(sequence));
        data.putObject("storageDiagnostics").put("batchId", name(file, "batch"));
        return data;
    }

    private static String contentType(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : "application/octet-stream";
    }

    private static String name(SeenFile file, String purpose) {
        var text = String.join("|", purpose, file.place(), file.eTag());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
