package io.aifactory.local.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.home.StateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands for all services of a factory: answers a path with what was laid out for it, and 404 otherwise. */
public final class ServicesAtHand implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile String lastQuery = "";

    public ServicesAtHand(FactoryHome home) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var ports = Stream.of(ServiceName.values())
                .collect(Collectors.toMap(
                        ServiceName::label, service -> server.getAddress().getPort()));
        new StateFile(home).write(new FactoryState(1, Instant.EPOCH, ports, List.of()));
    }

    /** Answers the path with the given document from now on. */
    public ServicesAtHand with(String path, String document) {
        answers.put(path, document);
        return this;
    }

    /** Returns what was asked for last behind a question mark. */
    public String lastQuery() {
        return lastQuery;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        lastQuery = String.valueOf(exchange.getRequestURI().getQuery());
        var answer = answers.get(exchange.getRequestURI().getPath());
        var body = answer == null ? "{\"detail\":\"There is no such project.\"}" : answer;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
