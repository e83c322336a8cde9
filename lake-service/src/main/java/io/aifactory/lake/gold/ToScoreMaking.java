package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.Lineage;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.dataset.Saving;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.dataset.TableRefusal;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.query.Queries;
import io.aifactory.lake.query.Query;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Merges one day's data to what waits for a score, when every source dataset has data of that day. The label is left out. */
@Component
public class ToScoreMaking {

    private static final Logger LOG = LoggerFactory.getLogger(ToScoreMaking.class);

    private final SilverTables silverTables;
    private final Queries queries;
    private final TableRefusal refusal;
    private final Publication publication;

    ToScoreMaking(SilverTables silverTables, Queries queries, TableRefusal refusal, Publication publication) {
        this.silverTables = silverTables;
        this.queries = queries;
        this.refusal = refusal;
        this.publication = publication;
    }

    /** Brings the day's table up to date; does nothing if it is. */
    public void make(
            ModelZone.Inference zone,
            EnvironmentTier environment,
            LocalDate day,
            ConfiguredModel model,
            Workspace workspace,
            Baseline baseline) {
        var table = new TableId(zone, DatasetName.GOLD, LakeLayer.GOLD_TO_SCORE, environment, day);
        silverTables
                .latest(zone, environment, day, model)
                .ifPresentOrElse(
                        silvers -> make(table, silvers, model, workspace, baseline),
                        () -> LOG.info("{}: waits until every dataset has data of the day", table));
    }

    private void make(
            TableId table,
            List<DatasetVersion> silvers,
            ConfiguredModel model,
            Workspace workspace,
            Baseline baseline) {
        try {
            Query query = queries.find(table.zone(), null, table.environment()).orElse(null);
            String inputs = "%s %s %s %s"
                    .formatted(
                            SilverTables.described(silvers),
                            query == null ? "" : query.described(),
                            model.key(),
                            model.label());
            if (!publication.isMadeFrom(table, inputs)) {
                make(table, silvers, query, inputs, model, workspace, baseline);
            }
        } catch (InvalidSql e) {
            refusal.refuse(
                    table,
                    SilverTables.newest(silvers),
                    SilverTables.described(silvers),
                    String.valueOf(e.getMessage()));
        }
    }

    private void make(
            TableId table,
            List<DatasetVersion> silvers,
            @Nullable Query query,
            String inputs,
            ConfiguredModel model,
            Workspace workspace,
            Baseline baseline) {
        Path file = workspace.newFile("gold_to_score.parquet");
        try {
            TableProfile profile = silverTables.merge(silvers, query, model.key(), null, model.label(), file);
            if (profile.rows() == 0) {
                throw new InvalidSql("it would have no row: no key is in every dataset");
            }
            Draft draft = Draft.of(table, profile, file);
            publication.save(table, inputs, baseline, saving -> save(saving, draft, silvers));
        } catch (InvalidSql e) {
            LakeFile culprit =
                    query == null ? SilverTables.newest(silvers) : query.file().file();
            publication.save(
                    table,
                    inputs,
                    baseline,
                    saving -> refusal.refuse(table, culprit, inputs, String.valueOf(e.getMessage())));
        }
    }

    private static void save(Saving saving, Draft draft, List<DatasetVersion> silvers) {
        if (saving.unchanged(draft).isEmpty()) {
            DatasetReference reference = saving.place(draft);
            saving.announce(draft, reference, Lineage.ofInputs(SilverTables.references(silvers)));
            LOG.info("{}: version {} with {} rows", draft.table(), reference.version(), reference.rows());
        }
    }
}
