package io.aifactory.bench.events;

import io.aifactory.bench.processes.Fleet;
import io.aifactory.bench.processes.Ground;
import io.aifactory.bench.processes.JavaProgram;
import io.aifactory.local.home.Ports;
import io.aifactory.local.postgres.PostgresServer;
import io.aifactory.local.terminal.Waiting;
import io.aifactory.localbus.LocalBusApplication;
import io.aifactory.localbus.LocalBusSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the measuring service needs: PostgreSQL and the bus, each in its process, as on the laptop. */
final class Backing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String BUS_HEAP = "128m";

    private final Ground ground;
    private final Fleet fleet;
    private final PostgresServer postgres;
    private final int busPort;

    Backing(Ground ground) {
        this.ground = ground;
        this.fleet = new Fleet(ground.home().logs());
        var ports = Ports.free(List.of(Ports.POSTGRES, Ports.BUS));
        this.busPort = Objects.requireNonNull(ports.get(Ports.BUS));
        this.postgres = PostgresServer.in(ground.home(), Objects.requireNonNull(ports.get(Ports.POSTGRES)));
        fleet.add(Ports.POSTGRES, postgres::command, Map.of("LC_ALL", "C"));
        fleet.add(Ports.BUS, this::busCommand, Map.of("MALLOC_ARENA_MAX", "2"));
    }

    private List<String> busCommand() {
        return JavaProgram.command(
                BUS_HEAP,
                LocalBusApplication.class,
                List.of(),
                List.of(
                        "--port=" + busPort,
                        "--config=" + config(),
                        "--data=" + ground.home().bus()));
    }

    private Path config() {
        return ground.folder().resolve("Config.json");
    }

    /** Starts both and returns when they answer. */
    void open() {
        TwinTopic.write(ground.home().busConfig(), config());
        fleet.member(Ports.POSTGRES).start();
        fleet.member(Ports.BUS).start();
        await("PostgreSQL", postgres::answers);
        await("the bus", () -> !Ports.isFree(busPort));
        try {
            postgres.createDatabases(List.of(MeasuringApplication.SERVICE));
        } catch (SQLException e) {
            throw new IllegalStateException("can not make the database", e);
        }
    }

    /** Returns what a service is told about where everything is. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_APPLICATION_NAME", MeasuringApplication.SERVICE,
                "SPRING_DATASOURCE_URL", postgres.url(MeasuringApplication.SERVICE),
                "SPRING_DATASOURCE_USERNAME", postgres.user(),
                "SPRING_DATASOURCE_PASSWORD", postgres.password(),
                "SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "12",
                "SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING", connectionString());
    }

    Assignment assignment(EventsPlan plan) {
        return new Assignment(
                plan,
                connectionString(),
                pid(Ports.BUS),
                pid(Ports.POSTGRES),
                ground.folder().toString());
    }

    private long pid(String process) {
        return fleet.member(process).pid().orElseThrow();
    }

    private String connectionString() {
        return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=%s;SharedAccessKey=%s;UseDevelopmentEmulator=true;"
                .formatted(busPort, LocalBusSettings.OPEN_KEY.name(), LocalBusSettings.OPEN_KEY.key());
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.atMost(PATIENCE)
                .until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty());
    }

    @Override
    public void close() {
        fleet.close();
    }
}
