package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ComparisonPlan;
import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.RowChanges;
import io.aifactory.lake.engine.TableComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares with DuckDB, each comparison in a sandboxed database of its own. */
final class DuckDbTableComparison implements TableComparison {

    private final Sandbox sandbox;

    DuckDbTableComparison(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Optional<RowChanges> compare(Path before, Path after, ComparisonPlan plan, Path scratch) {
        try {
            Path folder = Files.createDirectories(scratch).toAbsolutePath();
            try (DuckDb database = sandbox.open(folder, List.of(before, after))) {
                return new Comparing(database, plan).compare(before, after);
            }
        } catch (DuckDbFailed | IOException e) {
            throw new EngineFailed("cannot compare two tables", e);
        }
    }
}
