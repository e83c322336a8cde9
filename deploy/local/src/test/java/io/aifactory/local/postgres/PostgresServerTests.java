package io.aifactory.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataWhenItIsKilled() throws Exception {
        var home = new FactoryHome(folder, folder);
        var port = Ports.free(Set.of("postgres")).get("postgres");
        var server = PostgresServer.in(home, port);
        var first = run(server);
        server.createDatabases(List.of("lake"));
        server.createDatabases(List.of("lake"));
        execute(server, "CREATE TABLE kept (id int)");
        first.toHandle().destroyForcibly();
        first.waitFor();

        var second = run(PostgresServer.in(home, port));

        execute(server, "INSERT INTO kept VALUES (1)");
        second.destroy();
        assertThat(second.waitFor()).isZero();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.keys().resolve("postgres-password"))))
                .isEqualTo("rw-------");
    }

    private static Process run(PostgresServer server) {
        return await().atMost(Duration.ofMinutes(2)).until(() -> tryToRun(server), process -> server.answers());
    }

    private static Process tryToRun(PostgresServer server) throws IOException {
        var process = new ProcessBuilder(server.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(1)).until(() -> server.answers() || !process.isAlive());
        return process;
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("lake"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
