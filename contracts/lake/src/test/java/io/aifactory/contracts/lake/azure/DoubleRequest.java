package io.aifactory.contracts.lake.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A request to the {@link AdlsDouble}, taken apart. */
record DoubleRequest(
        String method, String fileSystem, String path, Map<String, String> query, HttpExchange exchange, byte[] body) {

    static DoubleRequest of(HttpExchange exchange, byte[] body) {
        String[] parts = exchange.getRequestURI().getRawPath().split("/", 4); // empty, account, file system, path
        return new DoubleRequest(
                exchange.getRequestMethod(),
                parts.length > 2 ? decode(parts[2]) : "",
                parts.length > 3 ? decode(parts[3]) : "",
                queryOf(exchange.getRequestURI().getRawQuery()),
                exchange,
                body);
    }

    /** Returns what it asks for, such as {@code PATCH append}. */
    String name() {
        String what = query.getOrDefault("action", query.getOrDefault("resource", ""));
        if (header("x-ms-rename-source") != null) {
            what = "rename";
        }
        return (method + " " + what).strip();
    }

    String query(String name) {
        return query.get(name);
    }

    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    long number(String name) {
        return Long.parseLong(query.get(name));
    }

    int limit(String name, int usual) {
        return query.containsKey(name) ? Integer.parseInt(query.get(name)) : usual;
    }

    DoubleTree.Condition condition() {
        return new DoubleTree.Condition(header("If-Match"), header("If-None-Match"));
    }

    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        String properties = Objects.requireNonNullElse(header("x-ms-properties"), "");
        Arrays.stream(properties.split(",")).filter(pair -> !pair.isBlank()).forEach(pair -> {
            String[] nameAndValue = pair.strip().split("=", 2);
            metadata.put(nameAndValue[0], new String(Base64.getDecoder().decode(nameAndValue[1]), UTF_8));
        });
        return metadata;
    }

    /** Returns the path that is to be renamed, below its file system. */
    String renameSource() {
        return decode(header("x-ms-rename-source").split("\\?", 2)[0].split("/", 3)[2]);
    }

    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static Map<String, String> queryOf(String raw) {
        var query = new LinkedHashMap<String, String>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] nameAndValue = pair.split("=", 2);
                query.put(nameAndValue[0], nameAndValue.length > 1 ? decode(nameAndValue[1]) : "");
            }
        }
        return query;
    }
}
