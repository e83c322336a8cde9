package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LocalBusApplicationTests {

    @TempDir
    Path directory;

    private final StringWriter errors = new StringWriter();

    @Test
    void refusesAWrongConfigWithEveryReason() throws IOException {
        Path config = Files.writeString(
                directory.resolve("Config.json"),
                "{\"UserConfig\": {\"Namespaces\": [{\"Name\": \"n\", \"Queues\": [{\"Name\": \"?\"}, {\"Nome\": \"q\"}]}]}}");

        int exitCode = run("--config=" + config, "--data=" + directory.resolve("data"), "--port=0");

        assertThat(exitCode).isNotZero();
        assertThat(errors.toString()).contains("Queues[0]", "Queues[1] has the unknown key 'Nome'");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exitCode =
                    run("--config=" + LocalBusTests.ENTITIES, "--data=" + directory, "--port=" + other.getLocalPort());

            assertThat(exitCode).isNotZero();
            assertThat(errors.toString()).contains("Port %d cannot be used".formatted(other.getLocalPort()));
        }
    }

    @Test
    void refusesAKeyFileThatIsNotThere() {
        int exitCode = run(
                "--config=" + LocalBusTests.ENTITIES,
                "--data=" + directory,
                "--port=0",
                "--key-file=" + directory + "/key");

        assertThat(exitCode).isNotZero();
        assertThat(errors.toString()).contains("The key cannot be read from");
    }

    private int run(String... arguments) {
        return new CommandLine(new LocalBusApplication())
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
