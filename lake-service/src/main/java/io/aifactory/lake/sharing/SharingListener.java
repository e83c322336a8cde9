package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ProjectDecommissioned;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.RefinedFile;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.lake.master.MasterTableSaved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has new versions brought to those who may read them, and keeps access true when projects change. */
@Component
class SharingListener {

    private final Shares shares;
    private final ShareBacks offers;
    private final Granting granting;
    private final Offering offering;
    private final SharingWork work;

    SharingListener(Shares shares, ShareBacks offers, Granting granting, Offering offering, SharingWork work) {
        this.shares = shares;
        this.offers = offers;
        this.granting = granting;
        this.offering = offering;
        this.work = work;
    }

    @EventListener
    void on(DatasetSaved saved) {
        if (saved.dataset().layer() == LakeLayer.SILVER
                && LakePaths.parse(saved.dataset().file()) instanceof RefinedFile file
                && file.zone() instanceof ModelZone.Train) {
            var source = new SharedSource.OfProject(saved.project(), saved.model(), file.dataset());
            bring(source, file.environment());
            giveBack(source, file.environment());
        }
    }

    @EventListener
    void on(MasterTableSaved saved) {
        if (saved.table().table() instanceof MasterTable.Refined refined && refined.layer() == RefinedLayer.SILVER) {
            bring(new SharedSource.OfMaster(refined.dataset()), saved.table().environment());
        }
    }

    @EventListener
    void on(MembersChanged changed) {
        shares.of(changed.project()).stream().filter(Share::inForce).forEach(work::request);
    }

    @EventListener
    void on(ProjectDecommissioned decommissioned) {
        String reason = decommissioned.project() + " was given up";
        granting.revokeAllOf(decommissioned.project(), decommissioned.decommissionedBy(), reason);
        offering.withdrawAllOf(decommissioned.project(), decommissioned.decommissionedBy(), reason);
    }

    private void bring(SharedSource source, EnvironmentTier environment) {
        shares.inForce(source, environment).forEach(work::bring);
    }

    private void giveBack(SharedSource.OfProject source, EnvironmentTier environment) {
        offers.of(source.project()).stream()
                .filter(offer -> offer.state() == ShareBack.State.ACCEPTED)
                .filter(offer ->
                        offer.environment() == environment && offer.source().equals(source))
                .forEach(work::request);
    }
}
