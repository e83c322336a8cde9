package io.aifactory.bench.faults;

import io.aifactory.bench.processes.Ground;
import io.aifactory.local.home.Ports;
import io.aifactory.local.terminal.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Starts everything on a site, in the order in which one part needs the other. */
final class Opening {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Site site;
    private final HttpClient client = HttpClient.newHttpClient();

    Opening(Site site) {
        this.site = site;
    }

    /** Returns when every role works. */
    void open(FasterStart fasterStart, Ground ground) {
        site.member(Site.POSTGRES).start();
        site.member(Site.BUS).start();
        await("PostgreSQL", site.postgres()::answers);
        await("the bus", () -> !Ports.isFree(site.port(Site.BUS)));
        createDatabases();
        var direct = site.environment(Roles.PROVISIONING, 0, site.port(Site.BUS), site.port(Site.POSTGRES));
        fasterStart.make(direct, ground.home().log("archive"));
        site.roleMembers().forEach(member -> site.member(member).start());
        site.roleMembers().forEach(member -> await(member, () -> ready(site.desk(member))));
    }

    private void createDatabases() {
        try {
            site.postgres().createDatabases(Roles.ALL);
        } catch (SQLException e) {
            throw new IllegalStateException("can not make the databases", e);
        }
    }

    private boolean ready(URI desk) {
        try {
            var request = HttpRequest.newBuilder(desk.resolve("ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.atMost(PATIENCE)
                .until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty());
    }
}
