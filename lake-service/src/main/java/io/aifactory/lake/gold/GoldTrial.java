package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Merges some rows of the newest silver, to show what a query would do. Rows are chosen by their key, so that they still join. */
@Component
public class GoldTrial {

    private final SilverTables silverTables;

    GoldTrial(SilverTables silverTables) {
        this.silverTables = silverTables;
    }

    /**
     * What came of it.
     *
     * @param rowsTried about how many rows of each table were merged
     * @param profile what the merged table is like
     */
    public record Outcome(long rowsTried, TableProfile profile) {}

    /** Returns which table a merge makes. */
    public static TableId tableOf(ConfiguredModel model, EnvironmentTier environment) {
        var zone = ModelZone.train(model.project(), model.name());
        return new TableId(zone, DatasetName.GOLD, LakeLayer.GOLD, environment, null, model.phaseOf(zone));
    }

    /** Merges about so many rows of each table; empty if one of them is not there yet. */
    public Optional<Outcome> merge(
            ConfiguredModel model, EnvironmentTier environment, @Nullable String sql, long rows, Workspace workspace) {
        return silverTables
                .latest(tableOf(model, environment).zone(), environment, null, model)
                .map(silvers -> merge(silvers, model, sql, rows, workspace));
    }

    private Outcome merge(
            List<DatasetVersion> silvers, ConfiguredModel model, @Nullable String sql, long rows, Workspace workspace) {
        Path file = workspace.newFile("gold.parquet");
        TableProfile profile = silverTables.mergeSome(silvers, sql, model, rows, workspace, file);
        long most = silvers.stream()
                .mapToLong(silver -> silver.reference().rows())
                .max()
                .orElse(0);
        return new Outcome(Math.min(most, rows), profile);
    }
}
