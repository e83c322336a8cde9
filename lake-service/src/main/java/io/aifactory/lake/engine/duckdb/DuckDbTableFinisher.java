package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.TableFinisher;
import java.nio.file.Path;
import java.util.List;

/** Finishes tables with DuckDB, each in a sandboxed database of its own. */
final class DuckDbTableFinisher implements TableFinisher {

    private final Sandbox sandbox;

    DuckDbTableFinisher(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void join(List<Path> parts, Path table) {
        sandbox.work("put parts together", table, parts, database -> {
            database.write("SELECT * FROM " + Parquet.of(parts), table);
            return table;
        });
    }

    @Override
    public SilverOutcome outcome(Path silver, Path badRows, Path bad) {
        return sandbox.work(
                "tell what became of rows", bad, List.of(silver, badRows), database -> new BadRows(database, badRows)
                        .beside(Profiling.of(database, silver), bad));
    }
}
