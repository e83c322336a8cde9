package io.aifactory.bench.lake;

import io.aifactory.bench.processes.Fleet;
import io.aifactory.bench.processes.Ground;
import io.aifactory.bench.processes.JavaProgram;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.launch.BuiltSpark;
import io.aifactory.local.launch.ServiceJar;
import io.aifactory.local.postgres.PostgresServer;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import io.aifactory.localbus.LocalBusApplication;
import io.aifactory.localbus.LocalBusSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A lake service with all it needs: PostgreSQL, the bus and the service as it was built, each in its process, in a temporary
 * folder. None of them outlives it.
 */
public final class LakeSite implements AutoCloseable {

    /** The name of the service's process. */
    public static final String LAKE = ServiceName.LAKE.label();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final String BUS_HEAP = "128m";
    private static final String HEAP = "512m";
    private static final int LAST_LINES = 20;

    private final Ground ground = new Ground();
    private final Fleet fleet = new Fleet(ground.home().logs());
    private final Badge badge = new Badge(ground.home().keys().resolve("badge.pem"), Clock.systemUTC());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> ports = Ports.free(List.of(Ports.POSTGRES, Ports.BUS, LAKE));
    private final PostgresServer postgres = PostgresServer.in(ground.home(), port(Ports.POSTGRES));
    private final Path service = ServiceJar.of(ground.home(), ServiceName.LAKE).extracted();
    private boolean closed;

    /** Makes the folder for a service whose engine has the given limits. */
    public LakeSite(Limits limits) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "site-down"));
        fleet.add(Ports.POSTGRES, postgres::command, Map.of("LC_ALL", "C"));
        fleet.add(Ports.BUS, this::busCommand, Map.of("MALLOC_ARENA_MAX", "2"));
        fleet.add(LAKE, () -> JavaProgram.ofJar(HEAP, service), environment(limits));
    }

    private List<String> busCommand() {
        return JavaProgram.command(
                BUS_HEAP,
                LocalBusApplication.class,
                List.of(),
                List.of(
                        "--port=" + port(Ports.BUS),
                        "--config=" + ground.home().busConfig(),
                        "--data=" + ground.home().bus()));
    }

    private Map<String, String> environment(Limits limits) {
        var environment = new HashMap<>(ofEmbedded(limits));
        BuiltSpark.of(ground.home()).ifPresent(path -> {
            environment.put("FACTORY_ENGINE_SPARK_CLASSPATH", path);
            environment.put("FACTORY_ENGINE_SPARK_MEMORY", limits.megabytes() + "MB");
        });
        return environment;
    }

    private Map<String, String> ofEmbedded(Limits limits) {
        return Map.ofEntries(
                Map.entry("SERVER_PORT", String.valueOf(port(LAKE))),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SPRING_DATASOURCE_URL", postgres.url(LAKE)),
                Map.entry("SPRING_DATASOURCE_USERNAME", postgres.user()),
                Map.entry("SPRING_DATASOURCE_PASSWORD", postgres.password()),
                Map.entry("SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING", busAddress()),
                Map.entry("FACTORY_ACCESS_PUBLICKEY", badge.publicKey().toString()),
                Map.entry("FACTORY_LAKE_ROOT", ground.home().lake().toString()),
                Map.entry("FACTORY_ENGINE_SCRATCH", scratch().toString()),
                Map.entry("FACTORY_ENGINE_MEMORYLIMIT", limits.megabytes() + "MB"),
                Map.entry("FACTORY_ENGINE_THREADS", String.valueOf(limits.threads())),
                Map.entry("FACTORY_ARRIVAL_QUIETPERIOD", "100ms"),
                Map.entry("LOGGING_LEVEL_IO_AIFACTORY_LAKE_ENGINE", "DEBUG"),
                Map.entry("MALLOC_ARENA_MAX", "2"));
    }

    /** Starts everything and returns when the service is ready. */
    public void open() {
        fleet.member(Ports.POSTGRES).start();
        fleet.member(Ports.BUS).start();
        await("PostgreSQL", postgres::answers);
        await("the bus", () -> !Ports.isFree(port(Ports.BUS)));
        createDatabase();
        fleet.member(LAKE).start();
        await("the lake service", this::ready);
    }

    private void createDatabase() {
        try {
            postgres.createDatabases(List.of(LAKE));
        } catch (SQLException e) {
            throw new IllegalStateException("can not make the database", e);
        }
    }

    private boolean ready() {
        try {
            var request = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            Waiting.atMost(PATIENCE)
                    .until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty());
        } catch (Refusal e) {
            throw Refusal.of(String.valueOf(e.getMessage()), lastWords());
        }
    }

    /** Returns the folder for whatever the benchmark needs beside the lake. */
    public Path folder() {
        return ground.folder();
    }

    /** Returns the folder of the lake of environment {@code dev}. */
    public Path lake() {
        return ground.home().lake().resolve("dev").resolve("lake3");
    }

    /** Returns where the service makes its files. */
    public Path scratch() {
        return ground.folder().resolve("scratch");
    }

    /** Returns the library of the service whose file begins like that, so that others use the very same. */
    public Path library(String name) {
        try (Stream<Path> files = Files.list(FactoryHome.folderOf(service).resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the service has no library " + name));
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + service, e);
        }
    }

    /** Returns how to reach the bus, which is a secret. */
    public String busAddress() {
        return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=%s;SharedAccessKey=%s;UseDevelopmentEmulator=true;"
                .formatted(port(Ports.BUS), LocalBusSettings.OPEN_KEY.name(), LocalBusSettings.OPEN_KEY.key());
    }

    /** Returns a connection to the service's database. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(postgres.url(LAKE), postgres.user(), postgres.password());
    }

    /** Returns the process of the given name, if it runs. */
    public Optional<Long> pid(String process) {
        return fleet.member(process).pid();
    }

    /** Returns a token of a person of the core team. */
    public String coreTeamToken() {
        return badge.token("bench@contoso.com", List.of("coreteam"));
    }

    /** Returns what the service answers at the given path; whoever asks has the given token. */
    public HttpResponse<byte[]> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** Returns the lines of the service's log from the given one on. */
    public List<String> log(int from) {
        try (Stream<String> lines = Files.lines(ground.home().log(LAKE))) {
            return lines.skip(from).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read the log of the service", e);
        }
    }

    /** Returns the last lines the service logged: usually why it does not do what is waited for. */
    public List<String> lastWords() {
        if (!Files.exists(ground.home().log(LAKE))) {
            return List.of();
        }
        List<String> lines = log(0);
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port(LAKE), path));
    }

    private int port(String process) {
        return Objects.requireNonNull(ports.get(process), process);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            fleet.close();
            ground.remove();
        }
    }
}
