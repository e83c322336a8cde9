package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest silver of all source datasets of a model, and how they are merged. */
@Component
class SilverTables {

    private static final int ALIAS = "ds01".length();

    private final DatasetVersions versions;
    private final Lakes lakes;
    private final RefinementEngine engine;

    SilverTables(DatasetVersions versions, Lakes lakes, RefinementEngine engine) {
        this.versions = versions;
        this.lakes = lakes;
        this.engine = engine;
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

    TableProfile merge(
            List<DatasetVersion> silvers,
            String key,
            @Nullable String required,
            @Nullable String dropped,
            Path target) {
        var copies = new ArrayList<LocalCopy>();
        try {
            var sources = new ArrayList<MergePlan.Source>();
            for (DatasetVersion silver : silvers) {
                LocalCopy copy = localCopy(silver);
                copies.add(copy);
                String alias = silver.reference().dataset().value().substring(0, ALIAS);
                sources.add(new MergePlan.Source(alias, copy.path(), silver.columnNames()));
            }
            return engine.merge(new MergePlan(sources, key, required, dropped), target);
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

    static List<DatasetReference> references(List<DatasetVersion> silvers) {
        return silvers.stream().map(DatasetVersion::reference).toList();
    }

    private LocalCopy localCopy(DatasetVersion silver) {
        return lakes.of(silver.reference().file())
                .localCopy(LakePaths.parse(silver.reference().file()));
    }
}
