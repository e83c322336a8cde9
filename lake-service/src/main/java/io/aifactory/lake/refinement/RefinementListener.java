package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.arrival.FileArrived;
import io.aifactory.lake.query.QueryChanged;
import io.aifactory.lake.reconciliation.Reconciliations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has data refined when a file has landed, and when what it has to hold has changed. */
@Component
class RefinementListener {

    private final Arrivals arrivals;
    private final Reconciliations reconciliations;

    RefinementListener(Arrivals arrivals, Reconciliations reconciliations) {
        this.arrivals = arrivals;
        this.reconciliations = reconciliations;
    }

    @EventListener
    void on(FileArrived arrived) {
        refine(RefinementScope.of(arrived.file()));
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
        arrivals.placesOf(model).stream()
                .map(place -> new RefinementScope(place.zone(), place.environment()))
                .forEach(this::refine);
    }

    private void refine(RefinementScope scope) {
        reconciliations.request(Refinement.KIND, scope.toString());
    }
}
