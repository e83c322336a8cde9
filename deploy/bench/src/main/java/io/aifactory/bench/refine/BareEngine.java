package io.aifactory.bench.refine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Runs statements with the engine that is in the service, set as the service sets it, and nothing around it. */
public final class BareEngine {

    private BareEngine() {}

    /**
     * Says {@code ready}, waits for a line, runs the statements, says after each which phase it was and the milliseconds it
     * took, then {@code done}, and waits for a line again.
     *
     * @param arguments the file with a statement a line, after phase and tabulator; the folder to spill to, megabytes, threads
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings(arguments))) {
            say("ready");
            in.readLine();
            for (String line : Files.readAllLines(Path.of(arguments[0]))) {
                run(connection, line);
            }
        }
        say("done");
        in.readLine();
    }

    private static Properties settings(String[] arguments) {
        var settings = new Properties();
        settings.setProperty("temp_directory", arguments[1]);
        settings.setProperty("memory_limit", arguments[2] + "MiB");
        settings.setProperty("threads", arguments[3]);
        settings.setProperty("preserve_insertion_order", "true");
        return settings;
    }

    private static void run(Connection connection, String line) throws SQLException {
        int tabulator = line.indexOf('\t');
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(line.substring(tabulator + 1))) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
        say(line.substring(0, tabulator + 1) + (System.nanoTime() - begin) / 1_000_000);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
