package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.active.ActiveChoice;
import io.aifactory.lake.active.ActiveChoices;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.gold.GoldMaking;
import io.aifactory.lake.gold.ToScoreMaking;
import io.aifactory.lake.layout.LakeVersions;
import io.aifactory.lake.reconciliation.Reconciler;
import io.aifactory.lake.retention.Retention;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings all tables of a scope up to date with the files that landed: looks at new files, refines each source dataset, then
 * merges. Training data is one table per dataset over all days; data to score is one per dataset and day.
 */
@Component
class Refinement implements Reconciler {

    static final String KIND = "refinement";

    private static final Logger LOG = LoggerFactory.getLogger(Refinement.class);

    private final LakeVersions lakeVersions;
    private final ConfiguredModels models;
    private final Arrivals arrivals;
    private final ActiveChoices choices;
    private final Workspaces workspaces;
    private final Staging staging;
    private final Examination examination;
    private final SourceRefinement sources;
    private final GoldMaking gold;
    private final ToScoreMaking toScore;
    private final Publication publication;
    private final Retention retention;

    Refinement(
            LakeVersions lakeVersions,
            ConfiguredModels models,
            Arrivals arrivals,
            ActiveChoices choices,
            Workspaces workspaces,
            Staging staging,
            Examination examination,
            SourceRefinement sources,
            GoldMaking gold,
            ToScoreMaking toScore,
            Publication publication,
            Retention retention) {
        this.lakeVersions = lakeVersions;
        this.models = models;
        this.arrivals = arrivals;
        this.choices = choices;
        this.workspaces = workspaces;
        this.staging = staging;
        this.examination = examination;
        this.sources = sources;
        this.gold = gold;
        this.toScore = toScore;
        this.publication = publication;
        this.retention = retention;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String text) {
        RefinementScope scope = RefinementScope.parse(text);
        lakeVersions.requireCurrent(scope.environment()); // half of what a lake has would be taken for all of it
        Baseline baseline = publication.baseline(scope.zone());
        models.find(scope.zone().project(), scope.zone().model())
                .ifPresentOrElse(
                        model -> refine(scope, model, baseline),
                        () -> LOG.info("{}: waits until the model is configured", scope));
    }

    private void refine(RefinementScope scope, ConfiguredModel model, Baseline baseline) {
        try (Workspace workspace = workspaces.open()) {
            StagedFiles staged = staging.in(workspace, model);
            examination.examine(scope, model, staged);
            ActiveChoice choice = choices.of(model.project(), model.name(), scope.environment());
            var files = new ArrivedFiles(arrivals.in(scope.zone(), scope.environment()), choice.dayIn(scope.zone()));
            if (!choice.covers(scope.zone())) {
                LOG.info("{}: the data of another model version is active", scope);
            } else if (files.areStillArriving()) {
                LOG.info("{}: a file changed while it was looked at; it comes again", scope);
            } else if (scope.zone() instanceof ModelZone.Inference inference) {
                refineEachDay(scope, files, inference, model, staged, workspace, baseline);
            } else {
                refineAllDays(scope, files, model, staged, workspace, baseline);
            }
        }
    }

    private void refineAllDays(
            RefinementScope scope,
            ArrivedFiles files,
            ConfiguredModel model,
            StagedFiles staged,
            Workspace workspace,
            Baseline baseline) {
        for (DatasetName dataset : model.datasetsInOrderOfReferences()) {
            sources.refine(source(scope, dataset, null, files, model), model, staged, workspace, baseline);
        }
        if (isComplete(scope, files, model)) {
            gold.make((ModelZone.Train) scope.zone(), scope.environment(), model, workspace, baseline);
        }
        if (model.phaseOf(scope.zone()) == DataPhase.RESEARCH) {
            retention.removeSuperseded(model.project(), model.name());
        }
    }

    private void refineEachDay(
            RefinementScope scope,
            ArrivedFiles files,
            ModelZone.Inference zone,
            ConfiguredModel model,
            StagedFiles staged,
            Workspace workspace,
            Baseline baseline) {
        for (LocalDate day : files.days()) {
            ArrivedFiles ofDay = files.on(day);
            for (DatasetName dataset : model.datasetsInOrderOfReferences()) {
                sources.refine(source(scope, dataset, day, ofDay, model), model, staged, workspace, baseline);
            }
            if (isComplete(scope, ofDay, model)) {
                toScore.make(zone, scope.environment(), day, model, workspace, baseline);
            }
        }
    }

    private static Source source(
            RefinementScope scope,
            DatasetName dataset,
            @Nullable LocalDate day,
            ArrivedFiles files,
            ConfiguredModel model) {
        return new Source(scope, dataset, day, files.of(dataset), model.phaseOf(scope.zone()));
    }

    /** A dataset whose files were all taken away keeps its last version, and nothing new is made with that. */
    private static boolean isComplete(RefinementScope scope, ArrivedFiles files, ConfiguredModel model) {
        List<DatasetName> lost =
                model.datasets().stream().filter(files::hasLost).toList();
        if (!lost.isEmpty()) {
            LOG.info("{}: nothing is merged until {} has files again that count", scope, lost);
        }
        return lost.isEmpty();
    }
}
