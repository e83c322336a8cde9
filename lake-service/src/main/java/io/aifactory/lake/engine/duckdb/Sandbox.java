package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Opens databases in memory that see the files they are given, and nothing else: no other file, no network, no extension. */
final class Sandbox {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private final DataSize memoryLimit;
    private final int threads;
    private final Duration longestStatement;
    private final @Nullable DataSize mostOnDisk;

    /**
     * Sets the limits of each database, which may put on disk whatever does not fit in memory, and of a team's query half of
     * what the disk has left.
     *
     * @param longestStatement how long one statement may take
     */
    Sandbox(DataSize memoryLimit, int threads, Duration longestStatement) {
        this(memoryLimit, threads, longestStatement, null);
    }

    /**
     * Sets the limits of each database.
     *
     * @param longestStatement how long one statement may take
     * @param mostOnDisk how much of what does not fit in memory, and of what a team's query makes, may be put on disk; absent:
     *     all that does not fit, and of a team's query half of what the disk has left
     */
    Sandbox(DataSize memoryLimit, int threads, Duration longestStatement, @Nullable DataSize mostOnDisk) {
        this.memoryLimit = memoryLimit;
        this.threads = threads;
        this.longestStatement = longestStatement;
        this.mostOnDisk = mostOnDisk;
    }

    /**
     * Does a piece of work in a database of its own, which may read and write the given files, and write in the folder of the output.
     *
     * @throws EngineFailed if a statement fails
     */
    <T> T work(String what, Path output, Collection<Path> files, Function<DuckDb, T> work) {
        long begin = System.nanoTime();
        try (DuckDb database = open(folderOf(output), files)) {
            T done = work.apply(database);
            LOG.debug(
                    "{} took {} ms",
                    what,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return done;
        } catch (DuckDbFailed e) {
            throw new EngineFailed("cannot " + what, e);
        }
    }

    private static Path folderOf(Path output) {
        return Objects.requireNonNull(output.toAbsolutePath().getParent(), "an output lies in a folder");
    }

    /** Opens a database that may read and write the given files, and write below the given folder. */
    DuckDb open(Path workspace, Collection<Path> files) {
        try {
            return locked(workspace, DriverManager.getConnection("jdbc:duckdb:", properties(workspace, files)));
        } catch (SQLException e) {
            throw new DuckDbFailed("open a database", e);
        }
    }

    /** The machine's time zone counts unless another is set, which can be done only once the database is open. */
    private DuckDb locked(Path workspace, Connection connection) {
        var database = new DuckDb(connection, longestStatement, workspace, mostOnDisk);
        try {
            database.execute("SET TimeZone = 'UTC'");
            database.execute("SET lock_configuration = true");
            return database;
        } catch (DuckDbFailed e) {
            database.close();
            throw e;
        }
    }

    /** Its files have fixed names: databases that share one overwrite each other's, and the process dies. */
    private static Path spillFolder(Path workspace) {
        return workspace.resolve("spill-" + UUID.randomUUID());
    }

    private Properties properties(Path workspace, Collection<Path> files) {
        var properties = new Properties();
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("allowed_directories", "[" + Sql.text(workspace.toString()) + "]");
        properties.setProperty(
                "allowed_paths",
                files.stream().map(file -> Sql.text(file.toString())).collect(Collectors.joining(",", "[", "]")));
        properties.setProperty("temp_directory", spillFolder(workspace).toString());
        if (mostOnDisk != null) {
            properties.setProperty("max_temp_directory_size", mostOnDisk.toMegabytes() + "MiB");
        }
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("memory_limit", memoryLimit.toMegabytes() + "MiB");
        properties.setProperty("threads", String.valueOf(threads));
        properties.setProperty("preserve_insertion_order", "true");
        return properties;
    }
}
