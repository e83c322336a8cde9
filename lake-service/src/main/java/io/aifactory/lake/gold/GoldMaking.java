package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.TableRefused;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Merges the source datasets of a model to gold and splits it, when each of them has silver and one of them is new. */
@Component
public class GoldMaking {

    private static final Logger LOG = LoggerFactory.getLogger(GoldMaking.class);

    private final SilverTables silverTables;
    private final GoldSplitting splitting;
    private final MergeStep step;

    GoldMaking(SilverTables silverTables, GoldSplitting splitting, MergeStep step) {
        this.silverTables = silverTables;
        this.splitting = splitting;
        this.step = step;
    }

    /** Brings gold and its splits up to date; does nothing if they are. */
    public void make(
            ModelZone.Train zone,
            EnvironmentTier environment,
            ConfiguredModel model,
            Workspace workspace,
            Baseline baseline) {
        silverTables
                .latest(zone, environment, null, model)
                .ifPresentOrElse(
                        silvers -> make(goldOf(zone, environment, model), silvers, model, workspace, baseline),
                        () -> LOG.info("{} {}: gold waits until every dataset has silver", zone.path(), environment));
    }

    private void make(
            TableId gold, List<DatasetVersion> silvers, ConfiguredModel model, Workspace workspace, Baseline baseline) {
        String settings =
                SilverTables.settingsOf(model) + " " + model.settings().split();
        step.take(gold, silvers, settings, baseline, query -> {
            Path file = workspace.newFile("gold.parquet");
            TableProfile profile = silverTables.merge(silvers, query, model, model.label(), null, file);
            requireLearnable(profile, model);
            GoldDraft draft = splitting.split(gold, profile, file, model, workspace);
            return draft.madeFrom(SilverTables.references(silvers));
        });
    }

    private static void requireLearnable(TableProfile profile, ConfiguredModel model) {
        if (!profile.has(model.label())) {
            throw new TableRefused("no dataset has the label %s".formatted(model.label()));
        }
        if (profile.rows() == 0) {
            throw new TableRefused(
                    "it would have no row: no key is in every dataset with a value in %s".formatted(model.label()));
        }
        String groupBy = model.groupBy();
        if (groupBy != null && !profile.has(groupBy)) {
            throw new TableRefused("no dataset has %s, which the split groups by".formatted(groupBy));
        }
    }

    private static TableId goldOf(ModelZone zone, EnvironmentTier environment, ConfiguredModel model) {
        return new TableId(zone, DatasetName.GOLD, LakeLayer.GOLD, environment, null, model.phaseOf(zone));
    }
}
