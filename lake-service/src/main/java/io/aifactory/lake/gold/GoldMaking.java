package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.dataset.TableRefusal;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.query.Queries;
import io.aifactory.lake.query.Query;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Merges the source datasets of a model to gold and splits it, when each of them has silver and one of them is new. */
@Component
public class GoldMaking {

    private static final Logger LOG = LoggerFactory.getLogger(GoldMaking.class);

    private final SilverTables silverTables;
    private final GoldSplitting splitting;
    private final Queries queries;
    private final TableRefusal refusal;
    private final Publication publication;

    GoldMaking(
            SilverTables silverTables,
            GoldSplitting splitting,
            Queries queries,
            TableRefusal refusal,
            Publication publication) {
        this.silverTables = silverTables;
        this.splitting = splitting;
        this.queries = queries;
        this.refusal = refusal;
        this.publication = publication;
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
        try {
            Query query = queries.find(gold.zone(), null, gold.environment()).orElse(null);
            String inputs = inputs(silvers, query, model);
            if (!publication.isMadeFrom(gold, inputs)) {
                make(gold, silvers, query, inputs, model, workspace, baseline);
            }
        } catch (InvalidSql e) {
            refusal.refuse(
                    gold,
                    SilverTables.newest(silvers),
                    SilverTables.described(silvers),
                    String.valueOf(e.getMessage()));
        }
    }

    private void make(
            TableId gold,
            List<DatasetVersion> silvers,
            @Nullable Query query,
            String inputs,
            ConfiguredModel model,
            Workspace workspace,
            Baseline baseline) {
        Path file = workspace.newFile("gold.parquet");
        try {
            TableProfile profile = silverTables.merge(silvers, query, model.key(), model.label(), null, file);
            requireLearnable(profile, model);
            GoldDraft draft = splitting.split(gold, profile, file, model, workspace);
            publication.save(gold, inputs, baseline, saving -> draft.save(saving, SilverTables.references(silvers)));
        } catch (InvalidSql e) {
            LakeFile culprit =
                    query == null ? SilverTables.newest(silvers) : query.file().file();
            publication.save(
                    gold,
                    inputs,
                    baseline,
                    saving -> refusal.refuse(gold, culprit, inputs, String.valueOf(e.getMessage())));
        }
    }

    private static String inputs(List<DatasetVersion> silvers, @Nullable Query query, ConfiguredModel model) {
        return "%s %s %s %s %s"
                .formatted(
                        SilverTables.described(silvers),
                        query == null ? "" : query.described(),
                        model.key(),
                        model.label(),
                        model.settings().split());
    }

    private static void requireLearnable(TableProfile profile, ConfiguredModel model) {
        if (!profile.has(model.label())) {
            throw new InvalidSql("no dataset has the label %s".formatted(model.label()));
        }
        if (profile.rows() == 0) {
            throw new InvalidSql(
                    "it would have no row: no key is in every dataset with a value in %s".formatted(model.label()));
        }
        String groupBy = model.groupBy();
        if (groupBy != null && !profile.has(groupBy)) {
            throw new InvalidSql("no dataset has %s, which the split groups by".formatted(groupBy));
        }
    }

    private static TableId goldOf(ModelZone zone, EnvironmentTier environment, ConfiguredModel model) {
        return new TableId(zone, DatasetName.GOLD, LakeLayer.GOLD, environment, null, model.phaseOf(zone));
    }
}
