package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.lake.master.MasterTableId;
import io.aifactory.lake.master.MasterVersion;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.TableImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One table as the kernel sees it. */
final class DeltaTable {

    private final MasterTableId id;
    private final LakeStorage storage;
    private final Engine engine;
    private final TableImpl table;

    DeltaTable(MasterTableId id, LakeStorage storage) {
        this.id = id;
        this.storage = storage;
        this.engine = new LakeEngine(storage);
        this.table = (TableImpl)
                TableImpl.forPath(engine, LakeFileIo.nameOf(id.table().folder()));
    }

    MasterTableId id() {
        return id;
    }

    LakeStorage storage() {
        return storage;
    }

    Engine engine() {
        return engine;
    }

    TableImpl table() {
        return table;
    }

    /** Returns the newest snapshot; empty if there is no such table. */
    Optional<Snapshot> latest() {
        return find(() -> table.getLatestSnapshot(engine));
    }

    /** Returns a snapshot; empty if there is no such table. */
    Optional<Snapshot> find(Supplier<Snapshot> snapshot) {
        try {
            return Optional.of(reach(snapshot));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        }
    }

    MasterVersion describe(Snapshot snapshot) {
        var files = new ArrayList<MasterPath>();
        @Nullable Long rows = 0L;
        for (Row file : scanFiles(snapshot)) {
            files.add((MasterPath) LakeFileIo.pathOf(
                    InternalScanFileUtils.getAddFileStatus(file).getPath()));
            rows = plus(rows, new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)).getNumRecords());
        }
        return new MasterVersion(
                id,
                snapshot.getVersion(),
                Instant.ofEpochMilli(snapshot.getTimestamp(engine)),
                DeltaColumns.of(snapshot.getSchema()),
                files,
                rows);
    }

    private static @Nullable Long plus(@Nullable Long rows, Optional<Long> more) {
        return rows == null || more.isEmpty() ? null : Long.valueOf(rows + more.get());
    }

    private List<Row> scanFiles(Snapshot snapshot) {
        var files = new ArrayList<Row>();
        try (CloseableIterator<FilteredColumnarBatch> batches =
                snapshot.getScanBuilder().build().getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    rows.forEachRemaining(files::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + id, e);
        }
        return files;
    }

    /** Lets what the lake itself could not do come out as it went in. */
    static <T> T reach(Supplier<T> step) {
        try {
            return step.get();
        } catch (KernelEngineException | UncheckedIOException e) {
            throw unavailable(e).orElseThrow(() -> e);
        }
    }

    static Optional<LakeUnavailable> unavailable(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof LakeUnavailable unavailable) {
                return Optional.of(unavailable);
            }
        }
        return Optional.empty();
    }
}
