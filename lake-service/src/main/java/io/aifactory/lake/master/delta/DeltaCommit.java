package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.lake.master.CommitId;
import io.aifactory.lake.master.CommitOutcome;
import io.aifactory.lake.master.MasterTableConflict;
import io.aifactory.lake.master.NewRows;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.exceptions.CommitStateUnknownException;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One commit: the data file is put in the lake under a name of its own, then named in the log. A data file that no log names
 * is no part of the table. It is removed when it is known that nothing was committed; who is killed in between leaves it.
 */
final class DeltaCommit {

    private static final Logger LOG = LoggerFactory.getLogger(DeltaCommit.class);
    private static final Set<PostCommitHookType> UPKEEP =
            Set.of(PostCommitHookType.CHECKPOINT, PostCommitHookType.CHECKSUM_SIMPLE);
    private static final long ONLY = 1;

    private final DeltaTable table;
    private final CommitId id;
    private final NewRows rows;
    private final LocalDate day;

    DeltaCommit(DeltaTable table, CommitId id, NewRows rows, LocalDate day) {
        this.table = table;
        this.id = id;
        this.rows = rows;
        this.day = day;
    }

    /** Returns the outcome if the commit was made before. */
    Optional<CommitOutcome> find() {
        return table.latest()
                .filter(snapshot -> snapshot.getLatestTransactionVersion(table.engine(), id.value())
                        .isPresent())
                .map(snapshot -> new CommitOutcome(snapshot.getVersion(), true));
    }

    /**
     * Commits, unless the same was committed before. What the transaction has read by then is what others' commits are
     * held against, so whether it is what was meant is checked on the transaction itself.
     */
    CommitOutcome make(Supplier<TransactionBuilder> builder, Consumer<Transaction> check) {
        try {
            Transaction transaction = DeltaTable.reach(() -> builder.get()
                    .withTransactionId(table.engine(), id.value(), ONLY)
                    .build(table.engine()));
            check.accept(transaction);
            return commit(transaction);
        } catch (ConcurrentTransactionException e) {
            return find().orElseThrow(() -> e);
        } catch (TableAlreadyExistsException e) {
            return find().orElseThrow(() -> new MasterTableConflict(table.id(), "it is there already", e));
        } catch (KernelException e) {
            return find().orElseThrow(() -> conflict(e));
        }
    }

    private MasterTableConflict conflict(KernelException cause) {
        return new MasterTableConflict(
                table.id(),
                cause instanceof ConcurrentWriteException
                        ? "somebody else committed something that this can't be put on top of"
                        : String.valueOf(cause.getMessage()),
                cause);
    }

    private CommitOutcome commit(Transaction transaction) {
        MasterPath file = table.id().table().dataFile(day, "part-%s.parquet".formatted(UUID.randomUUID()));
        StoredFile stored = table.storage().create(file, LakeContent.of(rows.file()));
        try {
            TransactionCommitResult result = DeltaTable.reach(() -> commit(transaction, stored));
            result.getPostCommitHooks().forEach(this::keepUp);
            return new CommitOutcome(result.getVersion(), false);
        } catch (CommitStateUnknownException e) {
            throw e;
        } catch (KernelException e) {
            table.storage().delete(file);
            throw e;
        }
    }

    private TransactionCommitResult commit(Transaction transaction, StoredFile stored) {
        Row state = transaction.getTransactionState(table.engine());
        CloseableIterator<Row> actions = Transaction.generateAppendActions(
                table.engine(),
                state,
                Utils.singletonCloseableIterator(dataFile(stored)),
                Transaction.getWriteContext(table.engine(), state, Map.of()));
        return transaction.commit(table.engine(), CloseableIterable.inMemoryIterable(actions));
    }

    private DataFileStatus dataFile(StoredFile stored) {
        var statistics = new DataFileStatistics(rows.rows(), Map.of(), Map.of(), Map.of(), Optional.empty());
        return new DataFileStatus(
                "/" + stored.path(), stored.bytes(), stored.modifiedAt().toEpochMilli(), Optional.of(statistics));
    }

    /** Sums the log up, so that it is read faster. What fails here is made up for by a later commit. */
    private void keepUp(PostCommitHook hook) {
        if (UPKEEP.contains(hook.getType())) {
            try {
                hook.threadSafeInvoke(table.engine());
            } catch (IOException | RuntimeException e) {
                LOG.warn("{}: {} failed after a commit that holds", table.id(), hook.getType(), e);
            }
        }
    }
}
