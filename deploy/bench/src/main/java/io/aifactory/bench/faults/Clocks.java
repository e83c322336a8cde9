package io.aifactory.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Sets the clocks of the roles. A role that does not answer keeps the clock it has; one that is started has a true one. */
final class Clocks {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Site site;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicInteger unreached = new AtomicInteger();

    Clocks(Site site) {
        this.site = site;
    }

    void set(String member, Duration off) {
        URI address = site.desk(member).resolve("clock?off=" + off);
        try {
            client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            unreached.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
