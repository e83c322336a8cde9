package io.aifactory.lake.lineage.openlineage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts events to a server that speaks OpenLineage. */
final class HttpTransport implements EventTransport {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_SHOWN = 300;
    /** What is wrong with the event itself: it can't be read, is too large, or makes no sense. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

    private final URI url;
    private final @Nullable String apiKey;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    HttpTransport(URI url, @Nullable String apiKey) {
        this.url = url;
        this.apiKey = apiKey;
    }

    @Override
    public void send(String event) {
        try {
            requireTaken(client.send(request(event), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new TransportUnavailable(url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportUnavailable("interrupted while an event was sent to " + url, e);
        }
    }

    private HttpRequest request(String event) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event));
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        return request.build();
    }

    private void requireTaken(HttpResponse<String> response) {
        int status = response.statusCode();
        String answer = "%s answers %d %s".formatted(url, status, shown(response.body()));
        if (REFUSALS.contains(status)) {
            throw new EventRefused(answer);
        }
        if (status / 100 != 2) {
            throw new TransportUnavailable(answer, null);
        }
    }

    private static String shown(String body) {
        String printable = body.replaceAll("\\p{Cntrl}+", " ");
        return printable.substring(0, Math.min(printable.length(), LONGEST_SHOWN));
    }
}
