package io.aifactory.lake.master;

import io.aifactory.lake.arrival.MasterFileArrived;
import io.aifactory.lake.reconciliation.Reconciliations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a dataset of master refined when a file has landed. */
@Component
class MasterFileListener {

    private final Reconciliations reconciliations;

    MasterFileListener(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @EventListener
    void on(MasterFileArrived arrived) {
        reconciliations.request(MasterRefinement.KIND, arrived.file().dataset().toString());
    }
}
