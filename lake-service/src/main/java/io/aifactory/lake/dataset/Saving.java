package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.lake.lineage.LineageStore;
import java.time.Instant;
import java.util.Optional;

/** One step's new versions: what was sent to the lake is placed there one by one, then announced, all within one transaction. */
public final class Saving {

    private final DatasetVersions versions;
    private final NewVersions additions;
    private final LineageStore known;
    private final Sending sending;
    private final Outbox outbox;
    private final String runId;
    private final Instant savedAt;

    Saving(
            DatasetVersions versions,
            NewVersions additions,
            LineageStore known,
            Sending sending,
            Outbox outbox,
            String runId,
            Instant savedAt) {
        this.versions = versions;
        this.additions = additions;
        this.known = known;
        this.sending = sending;
        this.outbox = outbox;
        this.runId = runId;
        this.savedAt = savedAt;
    }

    /** Returns the table's newest version, if its content is the draft's. */
    public Optional<DatasetReference> unchanged(Draft draft) {
        return versions.unchanged(draft).map(DatasetVersion::reference);
    }

    /**
     * Gives the draft the next version and puts its files there.
     *
     * @throws TableChangedMeanwhile if they were not sent, because the table had the same content before the transaction
     */
    public DatasetReference place(Draft draft) {
        TableId table = draft.table();
        int version = additions.nextNumber(table);
        EnvironmentPath target = table.fileOf(version);
        sending.sent(draft, draft.file()).publish(target);
        if (draft.bad() != null && draft.badRows() > 0) {
            sending.sent(draft, draft.bad().file()).publish(table.badFileOf(version));
        }
        return new DatasetReference(
                table.dataset(),
                table.layer(),
                version,
                target.file(),
                draft.profile().rows());
    }

    /** Adds the version to catalogue and lineage and tells everybody, unless it is there to try things out. */
    public void announce(Draft draft, DatasetReference reference, Lineage lineage) {
        DatasetVersion version = keep(draft, reference, lineage);
        if (!draft.table().isForResearch()) {
            outbox.publish(event(version));
        }
    }

    /** Adds the version to catalogue and lineage and tells nobody. */
    DatasetVersion keep(Draft draft, DatasetReference reference, Lineage lineage) {
        String badPath = draft.badRows() == 0
                ? null
                : draft.table().badFileOf(reference.version()).path();
        var version = new DatasetVersion(
                draft.table(),
                reference,
                draft.profile().columns(),
                draft.fingerprint(),
                draft.badRows(),
                badPath,
                lineage,
                runId,
                savedAt,
                Tags.of(draft, runId),
                null);
        additions.add(version, draft.profile().sample());
        if (!draft.table().isForResearch()) {
            known.add(event(version));
        }
        return version;
    }

    private static DatasetSaved event(DatasetVersion version) {
        return new DatasetSaved(
                version.table().zone().project(),
                version.table().zone().model(),
                version.reference(),
                ColumnSchemas.of(version.columns()),
                version.lineage().inputs(),
                version.lineage().files(),
                version.lineage().splits(),
                version.badRows(),
                version.runId(),
                version.savedAt());
    }
}
