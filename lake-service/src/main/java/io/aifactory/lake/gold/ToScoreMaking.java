package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.Lineage;
import io.aifactory.lake.dataset.Saving;
import io.aifactory.lake.dataset.Step;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.TableRefused;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Merges one day's data to what waits for a score, when every source dataset has data of that day. The label is left out. */
@Component
public class ToScoreMaking {

    private static final Logger LOG = LoggerFactory.getLogger(ToScoreMaking.class);

    private final SilverTables silverTables;
    private final MergeStep step;

    ToScoreMaking(SilverTables silverTables, MergeStep step) {
        this.silverTables = silverTables;
        this.step = step;
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
        step.take(table, silvers, SilverTables.settingsOf(model), baseline, query -> {
            Path file = workspace.newFile("gold_to_score.parquet");
            TableProfile profile = silverTables.merge(silvers, query, model, null, model.label(), file);
            if (profile.rows() == 0) {
                throw new TableRefused("it would have no row: no key is in every dataset");
            }
            Draft draft = Draft.of(table, profile, file);
            return new Step(sending -> sending.sendIfChanged(draft), saving -> save(saving, draft, silvers));
        });
    }

    private static void save(Saving saving, Draft draft, List<DatasetVersion> silvers) {
        if (saving.unchanged(draft).isEmpty()) {
            DatasetReference reference = saving.place(draft);
            saving.announce(draft, reference, Lineage.ofInputs(SilverTables.references(silvers)));
            LOG.info("{}: version {} with {} rows", draft.table(), reference.version(), reference.rows());
        }
    }
}
