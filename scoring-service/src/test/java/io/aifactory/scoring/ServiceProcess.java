package io.aifactory.scoring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The service as a process of its own, which can be killed. */
final class ServiceProcess {

    private final Process process;
    private final ScoringClient client;

    private ServiceProcess(Process process, ScoringClient client) {
        this.process = process;
        this.client = client;
    }

    /** Starts the service on the given backing and waits until it is ready. */
    static ServiceProcess start(Environment backing, Path folder) throws IOException {
        int port = freePort();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScoringService.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service-%d.log".formatted(port)).toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", String.valueOf(port),
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
        var client = new ScoringClient(new MockEnvironment().withProperty("local.server.port", String.valueOf(port)));
        var service = new ServiceProcess(builder.start(), client);
        await().atMost(Duration.ofSeconds(90)).until(service::isReady);
        return service;
    }

    ScoringClient client() {
        return client;
    }

    /** Kills the process with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the service ended with " + process.exitValue());
        }
        try {
            return client.get("/actuator/health/readiness", "").status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String property(Environment backing, String name) {
        return backing.getRequiredProperty(name);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
