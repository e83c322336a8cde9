package io.aifactory.lake.master;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.refinement.RefinementProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes silver of a master dataset from all of bronze: typed, one row per key, of several the newest. The same rows as before
 * are no new version. Silver is replaced as a whole, and only if it is what it was when the work began.
 */
@Component
class SilverMaking {

    private static final Logger LOG = LoggerFactory.getLogger(SilverMaking.class);

    private final RefinementEngine engine;
    private final RefinementProperties properties;
    private final MasterTables tables;
    private final KnownTables known;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SilverMaking(
            RefinementEngine engine,
            RefinementProperties properties,
            MasterTables tables,
            KnownTables known,
            ApplicationEventPublisher listeners,
            TransactionTemplate transaction,
            Clock clock) {
        this.engine = engine;
        this.properties = properties;
        this.tables = tables;
        this.known = known;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    void make(DescribedDataset dataset, LakeStorage storage, Workspace workspace) {
        tables.latest(table(dataset, storage, RefinedLayer.BRONZE))
                .ifPresent(bronze ->
                        make(table(dataset, storage, RefinedLayer.SILVER), bronze, dataset, storage, workspace));
    }

    private void make(
            MasterTableId silver,
            MasterVersion bronze,
            DescribedDataset dataset,
            LakeStorage storage,
            Workspace workspace) {
        String madeFrom = "bronze %d, key %s, type agreement %s"
                .formatted(bronze.number(), dataset.key(), properties.typeAgreement());
        Optional<KnownTable> before = known.find(silver);
        if (before.filter(table -> table.madeFrom().equals(madeFrom)).isPresent()) {
            return;
        }
        Optional<MasterVersion> latest = tables.latest(silver);
        Path file = workspace.newFile("silver.parquet");
        SilverOutcome outcome = refine(bronze, dataset, storage, workspace, file);
        long version = latest.isPresent() && isSame(before, outcome)
                ? latest.get().number()
                : commit(
                        silver,
                        latest,
                        commitId(before, madeFrom),
                        NewRows.of(
                                file,
                                outcome.silver().columns(),
                                outcome.silver().rows()));
        keep(new KnownTable(
                silver,
                version,
                outcome.silver().rows(),
                outcome.badRows(),
                madeFrom,
                outcome.silver().fingerprint(),
                clock.instant()));
    }

    private static boolean isSame(Optional<KnownTable> before, SilverOutcome outcome) {
        return before.filter(
                        table -> table.fingerprint().equals(outcome.silver().fingerprint()))
                .isPresent();
    }

    private SilverOutcome refine(
            MasterVersion bronze, DescribedDataset dataset, LakeStorage storage, Workspace workspace, Path silver) {
        Path whole = workspace.newFile("bronze.parquet");
        var copies = new ArrayList<LocalCopy>();
        try {
            for (MasterPath file : bronze.files()) {
                copies.add(storage.localCopy(file));
            }
            List<Path> paths = copies.stream().map(LocalCopy::path).toList();
            engine.bronze(paths, whole);
        } finally {
            copies.forEach(LocalCopy::close);
        }
        var rules = new SilverRules(dataset.key(), Map.of(), properties.typeAgreement());
        return engine.silver(whole, rules, Map.of(), silver, workspace.newFile("bad.csv"));
    }

    /** The same until the version is noted: who is stopped before that commits nothing more when it is done again. */
    private static CommitId commitId(Optional<KnownTable> before, String madeFrom) {
        long version = before.map(KnownTable::version).orElse(-1L);
        return new CommitId(
                "silver after %d of %s".formatted(version, UUID.nameUUIDFromBytes(madeFrom.getBytes(UTF_8))));
    }

    private long commit(MasterTableId silver, Optional<MasterVersion> latest, CommitId id, NewRows rows) {
        CommitOutcome outcome = latest.isEmpty()
                ? tables.create(silver, id, rows)
                : tables.overwrite(silver, id, rows, latest.get().number());
        LOG.info("{}: version {} with {} rows", silver, outcome.version(), rows.rows());
        return outcome.version();
    }

    private void keep(KnownTable table) {
        transaction.executeWithoutResult(status -> {
            known.keep(table);
            listeners.publishEvent(new MasterTableSaved(table.table()));
        });
    }

    private static MasterTableId table(DescribedDataset dataset, LakeStorage storage, RefinedLayer layer) {
        return new MasterTableId(storage.environment(), new MasterTable.Refined(dataset.dataset(), layer));
    }
}
