package io.aifactory.local.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The factory's services over HTTP, asked as one person. What they refuse becomes a {@link Refusal} with their words; a service
 * that is away becomes one with the exit code for that.
 */
public final class FactoryApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** What reads data takes its time; the service itself says when it is too long. */
    private static final Duration TIMEOUT_OF_QUERIES = Duration.ofMinutes(30);

    private final FactoryHome home;
    private final SignIn signIn;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public FactoryApi(FactoryHome home, SignIn signIn) {
        this.home = home;
        this.signIn = signIn;
    }

    /** Returns the services of the factory this process was started for. */
    public static FactoryApi as(SignIn signIn) {
        return new FactoryApi(FactoryHome.current(), signIn);
    }

    /** Asks for what the given path holds. */
    public JsonNode get(ServiceName service, ResourcePath path) {
        return send(service, request(service, path).GET().build());
    }

    /** Asks for what the given path holds, if there is anything. */
    public Optional<JsonNode> find(ServiceName service, ResourcePath path) {
        try {
            return Optional.of(get(service, path));
        } catch (Refusal e) {
            if (e.cause() == Refusal.Cause.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the list the given path holds; empty where the service has not heard of its project yet. */
    public List<JsonNode> list(ServiceName service, ResourcePath path) {
        return find(service, path).map(Fields::items).orElse(List.of());
    }

    /** Sends a document. */
    public JsonNode post(ServiceName service, ResourcePath path, Object body) {
        return post(service, path, body, Map.of());
    }

    /** Sends a document with headers of its own, which come before those the sign-in gives. */
    public JsonNode post(ServiceName service, ResourcePath path, Object body, Map<String, String> headers) {
        var request = request(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body)));
        headers.forEach(request::setHeader);
        return send(service, request.build());
    }

    /** Sends a query, and waits for the answer as long as it takes. */
    public JsonNode postText(ServiceName service, ResourcePath path, String text) {
        return parsed(postText(service, path, text, "application/json"));
    }

    /** Sends a query, and waits for the answer, in the given media type, as long as it takes. */
    public HttpResponse<String> postText(ServiceName service, ResourcePath path, String text, String mediaType) {
        return exchange(
                service,
                text(service, path)
                        .timeout(TIMEOUT_OF_QUERIES)
                        .header("Accept", mediaType)
                        .POST(BodyPublishers.ofString(text))
                        .build());
    }

    /** Sends a text that takes the place of what the given path holds. */
    public JsonNode putText(ServiceName service, ResourcePath path, String text) {
        return send(
                service, text(service, path).PUT(BodyPublishers.ofString(text)).build());
    }

    /** Removes what the given path holds. */
    public void delete(ServiceName service, ResourcePath path) {
        exchange(service, request(service, path).DELETE().build());
    }

    private HttpRequest.Builder text(ServiceName service, ResourcePath path) {
        return request(service, path).header("Content-Type", "text/plain; charset=utf-8");
    }

    private HttpRequest.Builder request(ServiceName service, ResourcePath path) {
        var address = URI.create("http://127.0.0.1:%d%s".formatted(port(service), path));
        return HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Authorization", "Bearer " + signIn.token(home));
    }

    /** A service that was left out runs somewhere else, from an IDE say, on the port it has by default. */
    private int port(ServiceName service) {
        var ports = new StateFile(home).read().map(FactoryState::ports).orElse(Map.of());
        if (ports.isEmpty()) {
            throw Refusal.unreachable("The factory is not up. Start it with ./factory up");
        }
        return ports.getOrDefault(service.label(), service.port());
    }

    private JsonNode send(ServiceName service, HttpRequest request) {
        return parsed(exchange(service, request));
    }

    private HttpResponse<String> exchange(ServiceName service, HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw Problem.of(service, response.statusCode(), response.body())
                        .refusal();
            }
            return response;
        } catch (IOException e) {
            throw Refusal.unreachable(
                    "The %s does not answer. Is the factory up? See ./factory status".formatted(service.module()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unreachable("Interrupted while the %s was asked.".formatted(service.module()));
        }
    }

    private static JsonNode parsed(HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw Refusal.unreachable("%s answered something else than JSON.".formatted(response.uri()));
        }
    }

    private static String json(Object body) {
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
