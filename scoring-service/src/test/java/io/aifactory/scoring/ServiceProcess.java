package io.aifactory.scoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The service as a process of its own, which can be killed. */
final class ServiceProcess {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final ScoringClient client;

    private ServiceProcess(Process process, ScoringClient client) {
        this.process = process;
        this.client = client;
    }

    /** Starts the service on the given backing and waits until it is ready. */
    static ServiceProcess start(Environment backing, Path folder) throws IOException {
        Path log = Files.createTempFile(folder, "service", ".log");
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx300m",
                        "-Dlogging.level.org.springframework.boot.web.embedded.tomcat=info",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScoringService.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", "0",
                        "SPRING_DATASOURCE_URL", property(backing, "spring.datasource.url"),
                        "SPRING_DATASOURCE_USERNAME", property(backing, "spring.datasource.username"),
                        "SPRING_DATASOURCE_PASSWORD", property(backing, "spring.datasource.password"),
                        "SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING",
                                property(backing, "spring.cloud.azure.servicebus.connection-string"),
                        "FACTORY_LAKE_ROOT", folder.resolve("lakes").toString(),
                        "FACTORY_ACCESS_PUBLIC_KEY", property(backing, "factory.access.public-key"),
                        "FACTORY_SCORED_PUBLISH_EVERY", "500ms",
                        "FACTORY_SCORED_SAVE_TIMEOUT", "30s",
                        "FACTORY_SCORED_HIGHEST_LIMIT", "1000000"));
        var process = builder.start();
        var port = await().atMost(LONGEST_START).until(() -> port(process, log), Optional::isPresent);
        var client = new ScoringClient(new MockEnvironment().withProperty("local.server.port", port.orElseThrow()));
        var service = new ServiceProcess(process, client);
        await().atMost(LONGEST_START).until(service::isReady);
        return service;
    }

    ScoringClient client() {
        return client;
    }

    /** Kills the process with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Returns the port the system gave the process, once it says so. One that was free when a test chose it may be somebody
     * else's by the time the service is up.
     */
    private static Optional<String> port(Process process, Path log) throws IOException {
        requireAlive(process);
        var started = STARTED.matcher(Files.readString(log, ISO_8859_1));
        return started.find() ? Optional.of(started.group(1)) : Optional.empty();
    }

    private boolean isReady() {
        requireAlive(process);
        try {
            return client.get("/actuator/health/readiness", "").status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void requireAlive(Process process) {
        if (!process.isAlive()) {
            throw new AssertionError("the service ended with " + process.exitValue());
        }
    }

    private static String property(Environment backing, String name) {
        return backing.getRequiredProperty(name);
    }
}
