package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JavaScript client of Service Bus uses the bus without noticing; skipped where node or the client cannot be had. */
class ForeignClientTests {

    private static final Path SCRIPT = Path.of("src/test/js").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/js").toAbsolutePath();
    private static final Path CLIENT = INSTALLED.resolve("node_modules/@azure/service-bus/package.json");

    @TempDir
    Path data;

    private record Outcome(int exitCode, String output) {}

    @Test
    void usesTheBusWithoutNoticing() throws Exception {
        assumeTrue(run(10, "node", "--version").exitCode() == 0, "there is no node to run the JavaScript client with");
        install();
        try (LocalBus bus = LocalBus.start(LocalBusSettings.of(LocalBusTests.ENTITIES, data))) {
            Outcome outcome =
                    run(180, "node", SCRIPT.resolve("foreign-client.mjs").toString(), bus.connectionString());

            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(outcome.output().lines()).hasSize(7).allMatch(line -> line.startsWith("ok "));
        }
    }

    private void install() throws Exception {
        if (!Files.exists(CLIENT)) {
            Files.createDirectories(INSTALLED);
            Files.copy(
                    SCRIPT.resolve("package.json"),
                    INSTALLED.resolve("package.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Outcome outcome = run(60, "npm", "install", "--no-audit", "--no-fund", "--fetch-retries=0");
            assumeTrue(
                    outcome.exitCode() == 0 && Files.exists(CLIENT),
                    "the JavaScript client cannot be installed: " + outcome.output());
        }
    }

    private Outcome run(int seconds, String... command) throws Exception {
        Path output = data.resolve("output");
        Files.createDirectories(INSTALLED);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            return new Outcome(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException notThere) {
            return new Outcome(-1, String.valueOf(notThere.getMessage()));
        }
    }
}
