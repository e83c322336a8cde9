package io.aifactory.lake.master.delta;

import io.aifactory.lake.master.MasterCommit;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.internal.DeltaHistoryManager;
import io.delta.kernel.internal.DeltaLogActionUtils.DeltaAction;
import io.delta.kernel.internal.actions.CommitInfo;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from a table's log who committed what, and when. */
final class DeltaHistory {

    private DeltaHistory() {}

    static List<MasterCommit> of(DeltaTable table, Snapshot latest) {
        long first = DeltaHistoryManager.getEarliestDeltaFile(table.engine(), latest.getLogPath(), Optional.empty());
        var commits = new ArrayList<MasterCommit>();
        try (CloseableIterator<ColumnarBatch> batches =
                table.table().getChanges(table.engine(), first, latest.getVersion(), Set.of(DeltaAction.COMMITINFO))) {
            while (batches.hasNext()) {
                addAll(commits, batches.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + table.id(), e);
        }
        Collections.reverse(commits);
        return commits;
    }

    /** Returns whether a version can still be read: whoever cleans a log up takes the oldest away. */
    static boolean reaches(DeltaTable table, Snapshot latest, long version) {
        return version <= latest.getVersion()
                && version
                        >= DeltaHistoryManager.getEarliestRecreatableCommit(
                                table.engine(), latest.getLogPath(), Optional.empty());
    }

    private static void addAll(List<MasterCommit> commits, ColumnarBatch batch) {
        ColumnVector versions = batch.getColumnVector(batch.getSchema().indexOf("version"));
        ColumnVector infos = batch.getColumnVector(batch.getSchema().indexOf(DeltaAction.COMMITINFO.colName));
        for (int row = 0; row < batch.getSize(); row++) {
            CommitInfo info = CommitInfo.fromColumnVector(infos, row);
            if (info != null) {
                commits.add(commit(versions.getLong(row), info));
            }
        }
    }

    private static MasterCommit commit(long version, CommitInfo info) {
        return new MasterCommit(
                version,
                Instant.ofEpochMilli(info.getInCommitTimestamp().orElse(info.getTimestamp())),
                info.getOperation().orElse(""),
                info.getEngineInfo().orElse(""));
    }
}
