package io.aifactory.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Calls the service over HTTP. */
@TestComponent
public class ScoringClient {

    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    ScoringClient(Environment environment) {
        this.environment = environment;
    }

    /** An answer. */
    public record Answer(int status, JsonNode body) {}

    public Answer score(ScoringEndpoint endpoint, String key, String caller, String rows) {
        return send(request(endpoint.path())
                .header("Authorization", "Bearer " + key)
                .header("X-Caller-Id", caller)
                .POST(HttpRequest.BodyPublishers.ofString("{\"data\":" + rows + "}")));
    }

    public Answer get(String path, String token) {
        return send(request(path).header("Authorization", token).GET());
    }

    public Answer post(String path, String token) {
        return send(request(path).header("Authorization", token).POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer delete(String path, String token) {
        return send(request(path).header("Authorization", token).DELETE());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
    }

    /** Returns a new key that opens the endpoint. */
    public String newKey(ScoringEndpoint endpoint) {
        return post(keysOf(endpoint), TestTokens.coreTeam()).body().get("key").asText();
    }

    public static String keysOf(ScoringEndpoint endpoint) {
        return "/projects/%s/endpoints/%s/%s/keys"
                .formatted(endpoint.project(), endpoint.environment(), endpoint.model());
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? json.nullNode() : json.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
