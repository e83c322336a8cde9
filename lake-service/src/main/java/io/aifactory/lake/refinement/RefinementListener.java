package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.lake.active.ActiveChoiceChanged;
import io.aifactory.lake.arrival.ArrivalProperties;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.arrival.FileChanged;
import io.aifactory.lake.arrival.FolderCompleted;
import io.aifactory.lake.query.QueryChanged;
import io.aifactory.lake.reconciliation.Reconciliations;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has data refined when a file has landed or gone, when other data counts, and when what it has to hold has changed. */
@Component
class RefinementListener {

    private final Arrivals arrivals;
    private final Reconciliations reconciliations;
    private final ArrivalProperties properties;

    RefinementListener(Arrivals arrivals, Reconciliations reconciliations, ArrivalProperties properties) {
        this.arrivals = arrivals;
        this.reconciliations = reconciliations;
        this.properties = properties;
    }

    /** Files come bit by bit, so their refinement waits until nothing more has come for a while. */
    @EventListener
    void on(FileChanged changed) {
        RefinementScope scope = RefinementScope.of(changed.file());
        reconciliations.request(Refinement.KIND, scope.toString(), properties.patience());
    }

    @EventListener
    void on(FolderCompleted completed) {
        InFolder folder = completed.folder();
        refine(new RefinementScope(folder.zone(), folder.environment()));
    }

    @EventListener
    void on(ActiveChoiceChanged changed) {
        scopesOf(new LakeFolder.OfModel(changed.project(), changed.model()))
                .filter(scope -> scope.environment() == changed.environment())
                .forEach(this::refine);
    }

    @EventListener
    void on(ModelConfigured configured) {
        refineAll(new LakeFolder.OfModel(configured.project(), configured.model()));
    }

    @EventListener
    void on(QueryChanged changed) {
        refineAll(
                new LakeFolder.OfModel(changed.file().project(), changed.file().model()));
    }

    private void refineAll(LakeFolder.OfModel model) {
        arrivals.lookAgain(model);
        scopesOf(model).forEach(this::refine);
    }

    private Stream<RefinementScope> scopesOf(LakeFolder.OfModel model) {
        return arrivals.placesOf(model).stream().map(place -> new RefinementScope(place.zone(), place.environment()));
    }

    private void refine(RefinementScope scope) {
        reconciliations.request(Refinement.KIND, scope.toString());
    }
}
