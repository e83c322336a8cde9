package io.aifactory.local.postgres;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL server on this machine: its data under one folder, which outlives it, and one user who owns all databases. */
public final class PostgresServer {

    private static final String USER = "factory";

    private final PostgresProgram program;
    private final PostgresPassword password;
    private final Path data;
    private final int port;

    private PostgresServer(PostgresProgram program, PostgresPassword password, Path data, int port) {
        this.program = program;
        this.password = password;
        this.data = data;
        this.port = port;
    }

    /** Returns the server of the given factory, laid out when it is new; it does not run yet. */
    public static PostgresServer in(FactoryHome home, int port) {
        var program = PostgresProgram.in(home.app());
        var server = new PostgresServer(program, new PostgresPassword(home.keys()), home.postgres(), port);
        server.password.loadOrMake();
        if (!Files.exists(server.data)) {
            server.layOut();
        }
        return server;
    }

    /** Returns the command that runs it until it is told to stop. */
    public List<String> command() {
        var arguments = List.of(
                "-D", data.toString(),
                "-p", String.valueOf(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "max_connections=200",
                "-c", "shared_buffers=48MB",
                "-c", "jit=off");
        return program.command("postgres", arguments);
    }

    /** Returns the address of the given database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Returns who owns the databases. */
    public String user() {
        return USER;
    }

    /** Returns the owner's password. */
    public String password() {
        return password.loadOrMake();
    }

    /** Returns whether it takes connections. */
    public boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes those of the given databases that are not there yet. */
    public void createDatabases(List<String> databases) throws SQLException {
        try (var connection = connect()) {
            for (var database : databases) {
                create(connection, database);
            }
        }
    }

    private static void create(Connection connection, String database) throws SQLException {
        try (var known = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                var creation = connection.createStatement()) {
            known.setString(1, database);
            if (!known.executeQuery().next()) {
                creation.execute(
                        "CREATE DATABASE " + connection.createStatement().enquoteIdentifier(database, true));
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres") + "?connectTimeout=2&socketTimeout=10", USER, password());
    }

    private void layOut() {
        var aside = data.resolveSibling(data.getFileName() + ".part");
        try {
            Folders.delete(aside);
            initialize(aside);
            Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can not lay out PostgreSQL in " + data, e);
        }
    }

    private void initialize(Path folder) throws IOException {
        var command = program.command(
                "initdb",
                List.of(
                        "-D",
                        folder.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "-E",
                        "UTF-8",
                        "--locale=C",
                        "--no-sync",
                        "--pwfile=" + password.file()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("initdb said: " + said);
        }
    }
}
