package io.aifactory.lake.layout;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.reconciliation.Reconciliations;
import org.springframework.stereotype.Component;

/** Asks for a project to be laid out anew. */
@Component
public class LayoutRequests {

    private final Reconciliations reconciliations;

    LayoutRequests(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** Asks for it with the surrounding transaction. */
    public void layOut(ProjectId project) {
        reconciliations.request(Layout.KIND, project.value());
    }
}
