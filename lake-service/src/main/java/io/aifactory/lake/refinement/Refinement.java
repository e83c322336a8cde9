package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.gold.GoldMaking;
import io.aifactory.lake.gold.ToScoreMaking;
import io.aifactory.lake.reconciliation.Reconciler;
import io.aifactory.lake.retention.Retention;
import io.aifactory.lake.settings.ConfiguredModel;
import io.aifactory.lake.settings.ConfiguredModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private final ConfiguredModels models;
    private final Arrivals arrivals;
    private final Workspaces workspaces;
    private final Staging staging;
    private final Examination examination;
    private final SourceRefinement sources;
    private final GoldMaking gold;
    private final ToScoreMaking toScore;
    private final Publication publication;
    private final Retention retention;

    Refinement(
            ConfiguredModels models,
            Arrivals arrivals,
            Workspaces workspaces,
            Staging staging,
            Examination examination,
            SourceRefinement sources,
            GoldMaking gold,
            ToScoreMaking toScore,
            Publication publication,
            Retention retention) {
        this.models = models;
        this.arrivals = arrivals;
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
            if (isStillArriving(scope)) {
                LOG.info("{}: a file changed while it was looked at; it comes again", scope);
            } else if (scope.zone() instanceof ModelZone.Inference inference) {
                refineEachDay(scope, inference, model, staged, workspace, baseline);
            } else {
                refineAllDays(scope, model, staged, workspace, baseline);
            }
        }
    }

    private void refineAllDays(
            RefinementScope scope, ConfiguredModel model, StagedFiles staged, Workspace workspace, Baseline baseline) {
        List<Arrival> accepted = accepted(scope);
        for (DatasetName dataset : model.datasetsInOrderOfReferences()) {
            sources.refine(source(scope, dataset, null, accepted, model), model, staged, workspace, baseline);
        }
        gold.make((ModelZone.Train) scope.zone(), scope.environment(), model, workspace, baseline);
        if (model.phaseOf(scope.zone()) == DataPhase.RESEARCH) {
            retention.removeSuperseded(model.project(), model.name());
        }
    }

    private void refineEachDay(
            RefinementScope scope,
            ModelZone.Inference zone,
            ConfiguredModel model,
            StagedFiles staged,
            Workspace workspace,
            Baseline baseline) {
        List<Arrival> accepted = accepted(scope);
        for (LocalDate day : days(accepted)) {
            List<Arrival> ofDay = accepted.stream()
                    .filter(arrival -> arrival.file().date().equals(day))
                    .toList();
            for (DatasetName dataset : model.datasetsInOrderOfReferences()) {
                sources.refine(source(scope, dataset, day, ofDay, model), model, staged, workspace, baseline);
            }
            toScore.make(zone, scope.environment(), day, model, workspace, baseline);
        }
    }

    /** Whoever says that a file has changed asks for another run too, which has all of it. */
    private boolean isStillArriving(RefinementScope scope) {
        return arrivals.in(scope.zone(), scope.environment()).stream()
                .anyMatch(arrival -> arrival.state() == Arrival.State.NEW);
    }

    private List<Arrival> accepted(RefinementScope scope) {
        return arrivals.in(scope.zone(), scope.environment()).stream()
                .filter(arrival -> arrival.state() == Arrival.State.ACCEPTED)
                .toList();
    }

    private static Source source(
            RefinementScope scope,
            DatasetName dataset,
            @Nullable LocalDate day,
            List<Arrival> accepted,
            ConfiguredModel model) {
        return new Source(scope, dataset, day, of(dataset, accepted), model.phaseOf(scope.zone()));
    }

    private static List<Arrival> of(DatasetName dataset, List<Arrival> accepted) {
        return accepted.stream()
                .filter(arrival -> arrival.file().dataset().equals(dataset))
                .toList();
    }

    private static Set<LocalDate> days(List<Arrival> accepted) {
        return accepted.stream().map(arrival -> arrival.file().date()).collect(Collectors.toCollection(TreeSet::new));
    }
}
