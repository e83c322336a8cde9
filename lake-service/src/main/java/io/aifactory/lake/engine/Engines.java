package io.aifactory.lake.engine;

import io.aifactory.contracts.events.EngineChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which engine makes a table: they make the same rows, of what fits them. */
public final class Engines {

    private final RefinementEngine embedded;
    private final @Nullable RefinementEngine spark;
    private final long sparkFromBytes;

    /**
     * Takes the engines there are.
     *
     * @param spark Spark; absent: there is none
     * @param sparkFromBytes from which size on tables are too much for the embedded engine, if there is another
     */
    public Engines(RefinementEngine embedded, @Nullable RefinementEngine spark, long sparkFromBytes) {
        this.embedded = embedded;
        this.spark = spark;
        this.sparkFromBytes = sparkFromBytes;
    }

    /**
     * Returns the engine that makes a table of one other.
     *
     * @throws EngineNotConfigured if it is to be Spark, and there is none
     */
    public RefinementEngine of(EngineChoice choice, Path table) {
        return of(choice, List.of(table));
    }

    /**
     * Returns the engine that makes a table of others.
     *
     * @throws EngineNotConfigured if it is to be Spark, and there is none
     */
    public RefinementEngine of(EngineChoice choice, Collection<Path> tables) {
        return switch (choice) {
            case EMBEDDED -> embedded;
            case SPARK -> required(spark);
            case AUTOMATIC -> spark != null && bytes(tables) >= sparkFromBytes ? spark : embedded;
        };
    }

    private static RefinementEngine required(@Nullable RefinementEngine engine) {
        if (engine == null) {
            throw new EngineNotConfigured();
        }
        return engine;
    }

    private static long bytes(Collection<Path> tables) {
        return tables.stream().mapToLong(Engines::bytes).sum();
    }

    private static long bytes(Path table) {
        try {
            return Files.size(table);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + table, e);
        }
    }
}
