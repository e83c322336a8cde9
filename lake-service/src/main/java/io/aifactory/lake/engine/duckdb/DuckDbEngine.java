package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.sql.MergeStep;
import io.aifactory.lake.engine.sql.SilverStep;
import io.aifactory.lake.engine.sql.SplitStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refines with DuckDB, each piece of work in a sandboxed database of its own. */
final class DuckDbEngine implements RefinementEngine {

    private final Sandbox sandbox;

    DuckDbEngine(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void thinOut(Path table, @Nullable String key, long rows, Path thinned) {
        sandbox.work("thin out", thinned, List.of(table), database -> {
            database.execute(Parquet.copy(new Thinning(database, table).query(key, rows), thinned));
            return thinned;
        });
    }

    @Override
    public TableProfile profile(Path table) {
        return sandbox.work("profile a table", table, List.of(table), database -> profile(database, table));
    }

    private static TableProfile profile(DuckDb database, Path table) {
        try {
            return Profiling.of(database, table);
        } catch (DuckDbFailed e) {
            if (e.isAbout(table)) {
                throw new UnreadableFile("it cannot be read as Parquet: " + e.reason(), e);
            }
            throw e;
        }
    }

    @Override
    public TableProfile bronze(List<Path> staged, Path bronze) {
        return sandbox.work("make bronze", bronze, staged, database -> {
            if (staged.size() == 1) {
                link(staged.get(0), bronze);
            } else {
                database.execute(Parquet.copy("SELECT * FROM " + Parquet.of(staged), bronze));
            }
            return Profiling.of(database, bronze);
        });
    }

    /** Rows of one file are together as they are. */
    private static void link(Path staged, Path bronze) {
        try {
            Files.createLink(bronze, staged);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make %s of %s".formatted(bronze, staged), e);
        }
    }

    @Override
    public SilverOutcome silver(Path bronze, SilverRules rules, Map<String, Path> others, Path silver, Path bad) {
        var files = new ArrayList<>(others.values());
        files.addAll(List.of(bronze, bad));
        Path badRows = bad.resolveSibling(bad.getFileName() + ".parquet");
        files.add(badRows);
        return sandbox.work("make silver", silver, files, database -> {
            new SilverStep(database, rules, others).refine(bronze, silver, badRows);
            return new BadRows(database, badRows).beside(Profiling.of(database, silver), bad);
        });
    }

    @Override
    public TableProfile merge(MergePlan plan, Path merged) {
        List<Path> tables = plan.sources().stream().map(MergePlan.Source::table).toList();
        return sandbox.work("merge", merged, tables, database -> {
            new MergeStep(database, plan).merge(merged);
            return Profiling.of(database, merged);
        });
    }

    @Override
    public List<TableProfile> split(Path table, SplitPlan plan) {
        List<Path> targets = plan.parts().stream().map(SplitPlan.Part::target).toList();
        var files = new ArrayList<Path>(targets);
        files.add(table);
        return sandbox.work("split", targets.get(0), files, database -> {
            new SplitStep(database, table, plan).split();
            return targets.stream()
                    .map(target -> Profiling.of(database, target))
                    .toList();
        });
    }
}
