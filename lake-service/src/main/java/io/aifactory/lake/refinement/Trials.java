package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.engine.Engines;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.gold.GoldTrial;
import io.aifactory.lake.settings.ConfiguredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries queries on some rows of the newest data. Nothing is saved and nobody is told. */
@Component
class Trials {

    private static final long ROWS_TO_TRY = 10_000;
    private static final int BAD_ROWS_TO_SHOW = 20;

    private final RefinementEngine engine;
    private final Engines engines;
    private final RowRules rowRules;
    private final ReferencedTables referencedTables;
    private final TableRules tableRules;
    private final GoldTrial goldTrial;
    private final DatasetVersions versions;
    private final Lakes lakes;
    private final Workspaces workspaces;

    Trials(
            RefinementEngine engine,
            Engines engines,
            RowRules rowRules,
            ReferencedTables referencedTables,
            TableRules tableRules,
            GoldTrial goldTrial,
            DatasetVersions versions,
            Lakes lakes,
            Workspaces workspaces) {
        this.engine = engine;
        this.engines = engines;
        this.rowRules = rowRules;
        this.referencedTables = referencedTables;
        this.tableRules = tableRules;
        this.goldTrial = goldTrial;
        this.versions = versions;
        this.lakes = lakes;
        this.workspaces = workspaces;
    }

    /**
     * Tries a query of a source dataset, on the newest bronze.
     *
     * @param sql the query; absent: the rows as they are
     * @throws InvalidSql if it can't be run
     * @throws NothingToTryOn if there is no bronze yet
     */
    Trial ofSilver(ConfiguredModel model, DatasetName dataset, EnvironmentTier environment, @Nullable String sql) {
        var zone = ModelZone.train(model.project(), model.name());
        var source = new Source(new RefinementScope(zone, environment), dataset, null, List.of(), model.phaseOf(zone));
        DatasetVersion bronze = versions.latest(source.bronze()).orElseThrow(() -> new NothingToTryOn(source.bronze()));
        SilverRules rules = rowRules.of(source, model, sql);
        List<DatasetVersion> references =
                referencedTables.find(source, rules).orElseThrow(() -> new NothingToTryOn(source.silver()));
        try (Workspace workspace = workspaces.open()) {
            Path some = thinnedOut(bronze, workspace);
            Path silver = workspace.newFile("silver.parquet");
            Path bad = workspace.newFile("bad.csv");
            SilverOutcome outcome = referencedTables.use(references, others -> engines.of(model.engineOf(dataset), some)
                    .silver(some, rules, others, silver, bad));
            return new Trial(
                    Math.min(bronze.reference().rows(), ROWS_TO_TRY),
                    outcome.silver().rows(),
                    outcome.badRows(),
                    outcome.silver().columns(),
                    outcome.silver().sample(),
                    firstLines(bad),
                    tableRules.reasons(model.tableRuleOf(dataset), outcome, null));
        }
    }

    /**
     * Tries a query of the merge, on the newest silver.
     *
     * @param sql the query; absent: the inner join
     * @throws InvalidSql if it can't be run
     * @throws NothingToTryOn if a dataset has no silver yet
     */
    Trial ofGold(ConfiguredModel model, EnvironmentTier environment, @Nullable String sql) {
        try (Workspace workspace = workspaces.open()) {
            GoldTrial.Outcome outcome = goldTrial
                    .merge(model, environment, sql, ROWS_TO_TRY, workspace)
                    .orElseThrow(() -> new NothingToTryOn(GoldTrial.tableOf(model, environment)));
            TableProfile profile = outcome.profile();
            return new Trial(
                    outcome.rowsTried(), profile.rows(), 0, profile.columns(), profile.sample(), List.of(), List.of());
        }
    }

    private Path thinnedOut(DatasetVersion bronze, Workspace workspace) {
        Path some = workspace.newFile("bronze.parquet");
        var file = bronze.reference().file();
        try (LocalCopy copy = lakes.of(file).localCopy(LakePaths.parse(file))) {
            engine.thinOut(copy.path(), null, ROWS_TO_TRY, some);
        }
        return some;
    }

    private static List<String> firstLines(Path bad) {
        try (Stream<String> lines = Files.lines(bad)) {
            return lines.limit(BAD_ROWS_TO_SHOW + 1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + bad, e);
        }
    }
}
