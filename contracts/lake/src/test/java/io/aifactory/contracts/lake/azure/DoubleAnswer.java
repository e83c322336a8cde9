package io.aifactory.contracts.lake.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the {@link AdlsDouble} answers. */
record DoubleAnswer(int status, Map<String, String> headers, byte[] body) {

    static DoubleAnswer of(int status) {
        return new DoubleAnswer(status, new LinkedHashMap<>(), new byte[0]);
    }

    static DoubleAnswer of(int status, DoubleNode node) {
        return of(status).with("ETag", "\"" + node.etag + "\"").with("Last-Modified", node.lastModified());
    }

    static DoubleAnswer json(String json) {
        return new DoubleAnswer(200, new LinkedHashMap<>(), json.getBytes(UTF_8))
                .with("Content-Type", "application/json");
    }

    static DoubleAnswer refusing(int status, String code) {
        String json = """
                {"error":{"code":"%s","message":"the double says %s"}}""".formatted(code, code);
        return new DoubleAnswer(status, new LinkedHashMap<>(), json.getBytes(UTF_8))
                .with("Content-Type", "application/json")
                .with("x-ms-error-code", code);
    }

    DoubleAnswer with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    DoubleAnswer withBody(byte[] bytes) {
        return new DoubleAnswer(status, headers, bytes);
    }
}
