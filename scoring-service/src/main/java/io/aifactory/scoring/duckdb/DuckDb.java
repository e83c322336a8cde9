package io.aifactory.scoring.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.springframework.stereotype.Component;

/** Opens DuckDB, each time an empty one in memory, with bounded memory and without extensions. */
@Component
public class DuckDb {

    private final DuckDbProperties properties;

    DuckDb(DuckDbProperties properties) {
        this.properties = properties;
    }

    /**
     * Opens an empty database, gone when it is closed. Results are read as they come, one at a time per connection. What does
     * not fit into its memory goes to a folder of its own: databases that share one overwrite each other's files.
     */
    public DuckDBConnection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", properties.memory().toMegabytes() + "MB");
        settings.setProperty("threads", String.valueOf(properties.threads()));
        settings.setProperty(
                "temp_directory",
                folder().resolve("duckdb-" + UUID.randomUUID()).toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** Returns a place for a file that nothing has been written to. */
    public WorkFile newFile() {
        return new WorkFile(folder().resolve("scored-" + UUID.randomUUID() + ".parquet"));
    }

    /** Returns a name as it stands in SQL. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a text as it stands in SQL, for the places where no parameter is taken. */
    public static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    private Path folder() {
        Path own = properties.folder();
        Path folder = own == null ? Path.of(System.getProperty("java.io.tmpdir")) : own;
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }
}
