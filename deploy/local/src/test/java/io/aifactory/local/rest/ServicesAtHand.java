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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands for all services of a factory: answers a path with what was laid out for it, and 404 otherwise. */
public final class ServicesAtHand implements AutoCloseable {

    private static final int NOBODY_LISTENS = 1;

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> laterAnswers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StateFile state;
    private final Map<String, Integer> ports;
    private volatile String lastQuery = "";

    public ServicesAtHand(FactoryHome home) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        state = new StateFile(home);
        ports = Stream.of(ServiceName.values())
                .collect(Collectors.toMap(
                        ServiceName::label, service -> server.getAddress().getPort()));
        write();
    }

    private void write() {
        state.write(new FactoryState(1, Instant.EPOCH, ports, List.of()));
    }

    /** Lets one of the services not answer any more. */
    public ServicesAtHand without(ServiceName service) {
        ports.put(service.label(), NOBODY_LISTENS);
        write();
        return this;
    }

    /** Answers the path with the given document from now on. */
    public ServicesAtHand with(String path, String document) {
        answers.put(path, document);
        return this;
    }

    /** Answers the path with the given document once it has been asked for. */
    public ServicesAtHand then(String path, String document) {
        laterAnswers.put(path, document);
        return this;
    }

    /** Returns what was asked for last behind a question mark. */
    public String lastQuery() {
        return lastQuery;
    }

    /** Returns what was asked so far: method, path and query, body. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        lastQuery = String.valueOf(exchange.getRequestURI().getQuery());
        var answer = answers.get(exchange.getRequestURI().getPath());
        var next = laterAnswers.remove(exchange.getRequestURI().getPath());
        if (next != null) {
            answers.put(exchange.getRequestURI().getPath(), next);
        }
        var body = answer == null ? "{\"detail\":\"There is no such project.\"}" : answer;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
