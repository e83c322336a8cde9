package io.aifactory.promotion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The service as a process of its own, started with the variables the launcher gives it. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String address;

    private ServiceProcess(Process process, String port) {
        this.process = process;
        this.address = "http://localhost:" + port;
    }

    /** Starts it and waits until it is ready. */
    static ServiceProcess start(Map<String, String> variables, Path folder) throws IOException {
        Path log = Files.createTempFile(folder, "service", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dlogging.level.org.springframework.boot.web.embedded.tomcat=info",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PromotionApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("SERVER_PORT", "0");
        var process = builder.start();
        var port = Awaitility.await("a port, see " + log)
                .atMost(LONGEST_START)
                .until(() -> port(log), Optional::isPresent);
        var service = new ServiceProcess(process, port.orElseThrow());
        Awaitility.await("readiness, see " + log)
                .atMost(LONGEST_START)
                .ignoreExceptions()
                .until(() -> service.status("GET", "/actuator/health/readiness", "") == 200);
        return service;
    }

    int status(String method, String path, String authorization) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /**
     * Returns the port the system gave the process, once it says so. One that was free when a test chose it may be somebody
     * else's by the time the service is up.
     */
    private static Optional<String> port(Path log) throws IOException {
        var started = STARTED.matcher(Files.readString(log, ISO_8859_1));
        return started.find() ? Optional.of(started.group(1)) : Optional.empty();
    }
}
