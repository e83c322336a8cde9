package io.aifactory.lake.sharing;

import io.aifactory.lake.layout.LayoutRequests;
import io.aifactory.lake.reconciliation.Reconciliations;
import org.springframework.stereotype.Component;

/** Asks for what has to be done about a share: its versions brought, its access given or taken. */
@Component
class SharingWork {

    private final Reconciliations reconciliations;
    private final LayoutRequests layout;

    SharingWork(Reconciliations reconciliations, LayoutRequests layout) {
        this.reconciliations = reconciliations;
        this.layout = layout;
    }

    void request(Share share) {
        reconciliations.request(Delivering.KIND, share.id().value());
        if (share.source() instanceof SharedSource.OfProject owned) {
            layout.layOut(owned.project());
        }
    }

    void request(ShareBack offer) {
        reconciliations.request(GivingBack.KIND, offer.id().value());
    }

    /** Asks for new versions to be brought; who may read what is as it was. */
    void bring(Share share) {
        reconciliations.request(Delivering.KIND, share.id().value());
    }
}
