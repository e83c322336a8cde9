package io.aifactory.lake.sharing;

import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.master.CommitId;
import io.aifactory.lake.master.CommitOutcome;
import io.aifactory.lake.master.FreshLook;
import io.aifactory.lake.master.KnownTable;
import io.aifactory.lake.master.KnownTables;
import io.aifactory.lake.master.MasterTableId;
import io.aifactory.lake.master.MasterTables;
import io.aifactory.lake.master.NewRows;
import io.aifactory.lake.reconciliation.Reconciler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits every new silver version of what a project gives back to its table in master, one commit a version, oldest first.
 * An offer that is not accepted, or no longer, commits nothing.
 */
@Component
class GivingBack implements Reconciler {

    static final String KIND = "share-back";

    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);

    private final ShareBacks offers;
    private final DatasetVersions versions;
    private final MasterTables tables;
    private final KnownTables known;
    private final Lakes lakes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GivingBack(
            ShareBacks offers,
            DatasetVersions versions,
            MasterTables tables,
            KnownTables known,
            Lakes lakes,
            TransactionTemplate transaction,
            Clock clock) {
        this.offers = offers;
        this.versions = versions;
        this.tables = tables;
        this.known = known;
        this.lakes = lakes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void reconcile(String scope) {
        var id = new ShareBackId(scope);
        offers.find(id).ifPresent(offer -> newVersions(offer).forEach(version -> giveIfAccepted(id, version)));
    }

    private List<DatasetVersion> newVersions(ShareBack offer) {
        TableId silver = SourceVersions.silverOf(offer.source(), offer.environment());
        OptionalLong newest = offers.newestOf(offer.id());
        return newest.isPresent()
                ? versions.after(silver, newest.getAsLong())
                : versions.latest(silver).stream().toList();
    }

    private void giveIfAccepted(ShareBackId id, DatasetVersion version) {
        offers.find(id)
                .filter(offer -> offer.state() == ShareBack.State.ACCEPTED)
                .ifPresent(offer -> give(offer, version));
    }

    private void give(ShareBack offer, DatasetVersion version) {
        var table = new MasterTableId(
                offer.environment(),
                new MasterTable.GivenBack(
                        offer.master(), offer.source().project(), RefinedLayer.SILVER, offer.environment()));
        try (LocalCopy copy = lakes.of(offer.environment())
                .localCopy(LakePaths.parse(version.reference().file()))) {
            var id = new CommitId("%s v%d"
                    .formatted(offer.source().text(), version.reference().version()));
            var rows = NewRows.of(
                    copy.path(), version.columns(), version.reference().rows());
            CommitOutcome outcome = FreshLook.each(() -> commit(table, id, rows));
            LOG.info("{}: version {} is {}", table, outcome.version(), id);
            keep(offer, table, version, outcome.version());
        }
    }

    private CommitOutcome commit(MasterTableId table, CommitId id, NewRows rows) {
        return tables.latest(table)
                .map(latest -> tables.overwrite(table, id, rows, latest.number()))
                .orElseGet(() -> tables.create(table, id, rows));
    }

    private void keep(ShareBack offer, MasterTableId table, DatasetVersion version, long masterVersion) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transaction.executeWithoutResult(status -> {
            offers.commit(offer.id(), version.reference().version(), masterVersion, now);
            known.keep(new KnownTable(
                    table,
                    masterVersion,
                    version.reference().rows(),
                    0,
                    version.reference().file().path(),
                    version.fingerprint(),
                    now));
        });
    }
}
