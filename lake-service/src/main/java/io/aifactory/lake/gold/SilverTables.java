package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.Engines;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.query.Query;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest silver of all source datasets of a model, and how they are merged. */
@Component
class SilverTables {

    private static final int ALIAS = "ds01".length();

    private final DatasetVersions versions;
    private final Lakes lakes;
    private final RefinementEngine engine;
    private final Engines engines;

    SilverTables(DatasetVersions versions, Lakes lakes, RefinementEngine engine, Engines engines) {
        this.versions = versions;
        this.lakes = lakes;
        this.engine = engine;
        this.engines = engines;
    }

    /** Returns the newest silver of each source dataset; empty if one has none yet. */
    Optional<List<DatasetVersion>> latest(
            ModelZone zone, EnvironmentTier environment, @Nullable LocalDate day, ConfiguredModel model) {
        var found = new ArrayList<DatasetVersion>();
        for (DatasetName dataset : model.datasets()) {
            versions.latest(new TableId(zone, dataset, LakeLayer.SILVER, environment, day, model.phaseOf(zone)))
                    .ifPresent(found::add);
        }
        return found.isEmpty() || found.size() < model.datasets().size() ? Optional.empty() : Optional.of(found);
    }

    /**
     * Merges the given tables, by the team's query if there is one.
     *
     * @throws InvalidSql if that query can't be run
     */
    TableProfile merge(
            List<DatasetVersion> silvers,
            @Nullable Query query,
            ConfiguredModel model,
            @Nullable String required,
            @Nullable String dropped,
            Path target) {
        String sql = query == null ? null : query.sql();
        return use(silvers, copies -> engines.of(model.engine(), copies)
                .merge(new MergePlan(sources(silvers, copies), sql, model.key(), required, dropped), target));
    }

    /**
     * Merges some rows of each of the given tables.
     *
     * @throws InvalidSql if the query can't be run
     */
    TableProfile mergeSome(
            List<DatasetVersion> silvers,
            @Nullable String sql,
            ConfiguredModel model,
            long rows,
            Workspace workspace,
            Path target) {
        List<Path> some = use(silvers, copies -> copies.stream()
                .map(copy -> {
                    Path thinned = workspace.newFile("some.parquet");
                    engine.thinOut(copy, model.key(), rows, thinned);
                    return thinned;
                })
                .toList());
        return engines.of(model.engine(), some)
                .merge(new MergePlan(sources(silvers, some), sql, model.key(), model.label(), null), target);
    }

    private static List<MergePlan.Source> sources(List<DatasetVersion> silvers, List<Path> files) {
        var sources = new ArrayList<MergePlan.Source>();
        for (int i = 0; i < files.size(); i++) {
            DatasetVersion silver = silvers.get(i);
            String dataset = silver.reference().dataset().value();
            sources.add(new MergePlan.Source(dataset, dataset.substring(0, ALIAS), files.get(i), silver.columnNames()));
        }
        return sources;
    }

    private <T> T use(List<DatasetVersion> silvers, Function<List<Path>, T> work) {
        var copies = new ArrayList<LocalCopy>();
        try {
            silvers.forEach(silver -> copies.add(localCopy(silver)));
            return work.apply(copies.stream().map(LocalCopy::path).toList());
        } finally {
            copies.forEach(LocalCopy::close);
        }
    }

    /** Returns a text that is the same as long as the versions are. */
    static String described(List<DatasetVersion> silvers) {
        return silvers.stream()
                .map(silver -> silver.reference().file().path())
                .toList()
                .toString();
    }

    /** Returns a text that is the same as long as the settings are that all merged tables depend on. */
    static String settingsOf(ConfiguredModel model) {
        EngineChoice engine = model.engine();
        return "%s %s%s".formatted(model.key(), model.label(), engine == EngineChoice.AUTOMATIC ? "" : " " + engine);
    }

    /** Returns the table that was saved last. */
    static LakeFile newest(List<DatasetVersion> silvers) {
        return Collections.max(silvers, Comparator.comparing(DatasetVersion::savedAt))
                .reference()
                .file();
    }

    static List<DatasetReference> references(List<DatasetVersion> silvers) {
        return silvers.stream().map(DatasetVersion::reference).toList();
    }

    private LocalCopy localCopy(DatasetVersion silver) {
        return lakes.of(silver.reference().file())
                .localCopy(LakePaths.parse(silver.reference().file()));
    }
}
