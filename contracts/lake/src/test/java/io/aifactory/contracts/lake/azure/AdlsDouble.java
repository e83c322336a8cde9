package io.aifactory.contracts.lake.azure;

import com.azure.storage.common.StorageSharedKeyCredential;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.Lakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for storage accounts with hierarchical namespace in tests, one for each environment: their DFS endpoint, and
 * of the Blob endpoint what the SDK reads files through. It checks signatures, conditions, hashes and access lists, and
 * goes wrong where it is told to. Rights are kept, not enforced.
 */
public final class AdlsDouble implements AutoCloseable {

    /** Where tests keep copies of files. */
    static final Path COPIES = Path.of(System.getProperty("java.io.tmpdir"), "lake-copies-of-tests");

    private static final byte[] KEY = new byte[32];

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, DoubleTree> trees = new ConcurrentHashMap<>();
    private final List<DoubleFault> faults = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private AdlsDouble() throws IOException {
        for (var environment : EnvironmentTier.values()) {
            trees.put(accountOf(environment), new DoubleTree());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts it, with an empty file system {@code lake3} in each account. */
    public static AdlsDouble start() {
        try {
            return new AdlsDouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lakes in it, for groups with the given object ids. */
    public Lakes lakes(Map<String, String> groupIds) {
        return lakes(groupIds, Clock.systemUTC());
    }

    Lakes lakes(Map<String, String> groupIds, Clock clock) {
        var traffic = new Traffic(1024 * 1024, 4, 5_000, 4, Duration.ofMillis(5), Duration.ofSeconds(20));
        return lakes(groupIds, clock, traffic);
    }

    Lakes lakes(Map<String, String> groupIds, Clock clock, Traffic traffic) {
        return lakes("lake3", groupIds, clock, traffic, KEY);
    }

    Lakes lakes(String fileSystem, Map<String, String> groupIds, Clock clock, Traffic traffic, byte[] key) {
        var accounts = new EnumMap<EnvironmentTier, URI>(EnvironmentTier.class);
        for (var environment : EnvironmentTier.values()) {
            accounts.put(
                    environment,
                    URI.create("http://127.0.0.1:%d/%s"
                            .formatted(server.getAddress().getPort(), accountOf(environment))));
        }
        // the account's name in the credential is what signatures name, and all accounts share it with the key
        return new AdlsLakes(
                accounts,
                fileSystem,
                () -> groupIds,
                COPIES,
                traffic,
                clock,
                (client, http) -> client.credential(new StorageSharedKeyCredential(
                        "lakes", Base64.getEncoder().encodeToString(key))));
    }

    /** Lets requests of a kind, such as {@code PATCH append}, go wrong a number of times. */
    void fail(String request, DoubleFault.Kind kind, int times) {
        faults.add(new DoubleFault(request, kind, times));
    }

    /** Returns what was asked so far: names of requests, with the range if one was asked for. */
    List<String> seen() {
        return seen;
    }

    /** Returns the files and folders of an environment's lake. */
    DoubleTree tree(EnvironmentTier environment) {
        return trees.get(accountOf(environment));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private static String accountOf(EnvironmentTier environment) {
        return "lake" + environment.label();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = DoubleRequest.of(exchange, exchange.getRequestBody().readAllBytes());
            String range = request.header("x-ms-range");
            seen.add(range == null ? request.name() : request.name() + " " + range);
            DoubleFault.Kind fault = faultOf(request);
            if (fault == DoubleFault.Kind.CUT_REQUEST || (fault == DoubleFault.Kind.SILENCE && waitForEnd())) {
                return;
            }
            DoubleAnswer answer = answer(request, fault);
            if (fault != DoubleFault.Kind.CUT_ANSWER) {
                send(exchange, answer, fault == DoubleFault.Kind.CUT_BODY);
            }
        }
    }

    private DoubleFault.Kind faultOf(DoubleRequest request) {
        return faults.stream()
                .filter(fault -> fault.strikes(request))
                .map(DoubleFault::kind)
                .findFirst()
                .orElse(null);
    }

    private boolean waitForEnd() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private DoubleAnswer answer(DoubleRequest request, DoubleFault.Kind fault) {
        if (fault == DoubleFault.Kind.BUSY) {
            return DoubleAnswer.refusing(503, "ServerBusy");
        }
        if (fault == DoubleFault.Kind.DENIED) {
            return DoubleAnswer.refusing(403, "AuthorizationPermissionMismatch");
        }
        try {
            new SharedKeyCheck("lakes", KEY).check(request.exchange(), request.query());
            if (!request.fileSystem().equals("lake3")) {
                throw new DoubleError(404, "FilesystemNotFound");
            }
            String account = request.exchange().getRequestURI().getRawPath().split("/", 3)[1];
            return new DoubleFileSystem(trees.get(account)).answer(request);
        } catch (DoubleError e) {
            return DoubleAnswer.refusing(e.status, e.code);
        }
    }

    private static void send(HttpExchange exchange, DoubleAnswer answer, boolean cut) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), isHead || answer.body().length == 0 ? -1 : answer.body().length);
        if (!isHead && answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body(), 0, cut ? answer.body().length / 2 : answer.body().length);
            exchange.getResponseBody().flush();
        }
    }
}
