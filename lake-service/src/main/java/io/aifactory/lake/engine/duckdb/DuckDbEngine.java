package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Refines with DuckDB, each piece of work in a sandboxed database of its own. */
final class DuckDbEngine implements RefinementEngine {

    private final Sandbox sandbox;

    DuckDbEngine(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public StagedFile stage(InputFile file, Path staged) {
        return work("stage " + file.name(), staged, List.of(file.local()), database -> new Staging(database)
                .stage(file, staged));
    }

    @Override
    public TableProfile profile(Path table) {
        try (DuckDb database = sandbox.open(folderOf(table), List.of(table))) {
            return Profiling.of(database, table);
        } catch (DuckDbFailed e) {
            if (e.isAbout(table)) {
                throw new UnreadableFile("it cannot be read as Parquet: " + e.reason(), e);
            }
            throw new EngineFailed("cannot profile a table", e);
        }
    }

    @Override
    public TableProfile bronze(List<Path> staged, Path bronze) {
        return work("make bronze", bronze, staged, database -> {
            database.execute(Sql.copyToParquet(
                    "SELECT * FROM " + Sql.parquet(staged) + " ORDER BY _file_number, _row, _error NULLS FIRST",
                    bronze));
            return Profiling.of(database, bronze);
        });
    }

    @Override
    public SilverOutcome silver(Path bronze, SilverRules rules, Path silver, Path bad) {
        return work("make silver", silver, List.of(bronze, bad), database -> new Silver(database, rules)
                .refine(bronze, silver, bad));
    }

    @Override
    public TableProfile merge(MergePlan plan, Path merged) {
        List<Path> tables = plan.sources().stream().map(MergePlan.Source::table).toList();
        return work("merge", merged, tables, database -> {
            database.execute(Sql.copyToParquet(Merging.query(plan), merged));
            return Profiling.of(database, merged);
        });
    }

    @Override
    public List<TableProfile> split(Path table, SplitPlan plan) {
        List<Path> targets = plan.parts().stream().map(SplitPlan.Part::target).toList();
        var files = new ArrayList<Path>(targets);
        files.add(table);
        return work("split", targets.get(0), files, database -> new Splitting(database, table, plan).split());
    }

    private <T> T work(String what, Path output, List<Path> files, Function<DuckDb, T> work) {
        try (DuckDb database = sandbox.open(folderOf(output), files)) {
            return work.apply(database);
        } catch (DuckDbFailed e) {
            throw new EngineFailed("cannot " + what, e);
        }
    }

    private static Path folderOf(Path output) {
        return Objects.requireNonNull(output.toAbsolutePath().getParent(), "an output lies in a folder");
    }
}
