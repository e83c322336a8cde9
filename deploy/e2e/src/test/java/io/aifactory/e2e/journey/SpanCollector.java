package io.aifactory.e2e.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes the spans that services send over OTLP/HTTP, as a collector would, and keeps what the tests ask for. */
final class SpanCollector implements AutoCloseable {

    /** One span; its parent is empty where a trace begins. */
    record Span(String trace, String id, String parent, String name) {}

    private static final int REQUEST_RESOURCE_SPANS = 1;
    private static final int RESOURCE_SCOPE_SPANS = 2;
    private static final int SCOPE_SPANS = 2;

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new SpanCollector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) {
        try (exchange) {
            InputStream body = exchange.getRequestBody();
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            read(ByteString.readFrom(zipped ? new GZIPInputStream(body) : body));
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(ByteString request) throws IOException {
        for (ByteString resource : messages(request, REQUEST_RESOURCE_SPANS)) {
            for (ByteString scope : messages(resource, RESOURCE_SCOPE_SPANS)) {
                for (ByteString span : messages(scope, SCOPE_SPANS)) {
                    spans.add(new Span(hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5)));
                }
            }
        }
    }

    private static String hex(ByteString span, int field) throws IOException {
        return HexFormat.of().formatHex(text(span, field).getBytes(ISO_8859_1));
    }

    private static String text(ByteString span, int field) throws IOException {
        return messages(span, field).stream()
                .map(value -> value.toString(ISO_8859_1))
                .findFirst()
                .orElse("");
    }

    /** Returns the values of a length-delimited field. */
    private static List<ByteString> messages(ByteString message, int field) throws IOException {
        var found = new ArrayList<ByteString>();
        CodedInputStream input = message.newCodedInput();
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == field
                    && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                found.add(input.readBytes());
            } else {
                input.skipField(tag);
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
