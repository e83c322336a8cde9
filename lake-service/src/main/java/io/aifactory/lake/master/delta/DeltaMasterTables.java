package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.master.CommitId;
import io.aifactory.lake.master.CommitOutcome;
import io.aifactory.lake.master.MasterColumn;
import io.aifactory.lake.master.MasterCommit;
import io.aifactory.lake.master.MasterTableConflict;
import io.aifactory.lake.master.MasterTableId;
import io.aifactory.lake.master.MasterTables;
import io.aifactory.lake.master.MasterVersion;
import io.aifactory.lake.master.NewRows;
import io.delta.kernel.Operation;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Master tables through Delta Kernel. The engine has written the rows; the kernel commits them and reads the log. */
@Component
final class DeltaMasterTables implements MasterTables {

    private static final String ENGINE = "ai-factory";

    /** The time of a commit stands in the commit, so that copying a table does not change its history. */
    private static final Map<String, String> PROPERTIES = Map.of("delta.enableInCommitTimestamps", "true");

    private final Lakes lakes;
    private final Clock clock;

    DeltaMasterTables(Lakes lakes, Clock clock) {
        this.lakes = lakes;
        this.clock = clock;
    }

    @Override
    public CommitOutcome create(MasterTableId id, CommitId commitId, NewRows rows) {
        DeltaTable table = open(id);
        DeltaCommit commit = commit(table, commitId, rows);
        return commit.find()
                .orElseGet(() -> commit.make(
                        () -> begin(table, Operation.CREATE_TABLE)
                                .withSchema(table.engine(), DeltaColumns.schemaOf(rows.columns()))
                                .withTableProperties(table.engine(), PROPERTIES),
                        any -> {}));
    }

    @Override
    public CommitOutcome append(MasterTableId id, CommitId commitId, NewRows rows) {
        DeltaTable table = open(id);
        DeltaCommit commit = commit(table, commitId, rows);
        return commit.find().orElseGet(() -> {
            requireTable(table);
            return commit.make(
                    () -> begin(table, Operation.WRITE), transaction -> requireColumns(table, transaction, rows));
        });
    }

    @Override
    public CommitOutcome overwrite(MasterTableId id, CommitId commitId, NewRows rows, long basedOn) {
        DeltaTable table = open(id);
        DeltaCommit commit = commit(table, commitId, rows);
        return commit.find().orElseGet(() -> {
            requireTable(table);
            return commit.make(
                    () -> table.table()
                            .createReplaceTableTransactionBuilder(table.engine(), ENGINE)
                            .withSchema(table.engine(), DeltaColumns.schemaOf(rows.columns()))
                            .withTableProperties(table.engine(), PROPERTIES)
                            .withMaxRetries(0),
                    transaction -> requireVersion(table, transaction, basedOn));
        });
    }

    @Override
    public Optional<MasterVersion> latest(MasterTableId id) {
        DeltaTable table = open(id);
        return table.latest().map(table::describe);
    }

    @Override
    public Optional<MasterVersion> at(MasterTableId id, long version) {
        DeltaTable table = open(id);
        return table.latest()
                .filter(latest -> DeltaHistory.reaches(table, latest, version))
                .flatMap(latest -> table.find(() -> table.table().getSnapshotAsOfVersion(table.engine(), version)))
                .map(table::describe);
    }

    @Override
    public Optional<MasterVersion> at(MasterTableId id, Instant time) {
        return history(id).stream()
                .filter(commit -> !commit.committedAt().isAfter(time))
                .findFirst()
                .flatMap(commit -> at(id, commit.version()));
    }

    @Override
    public List<MasterCommit> history(MasterTableId id) {
        DeltaTable table = open(id);
        return table.latest().map(latest -> DeltaHistory.of(table, latest)).orElse(List.of());
    }

    private DeltaTable open(MasterTableId id) {
        return new DeltaTable(id, lakes.of(id.environment()));
    }

    private DeltaCommit commit(DeltaTable table, CommitId id, NewRows rows) {
        return new DeltaCommit(table, id, rows, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static TransactionBuilder begin(DeltaTable table, Operation operation) {
        return table.table().createTransactionBuilder(table.engine(), ENGINE, operation);
    }

    private static void requireTable(DeltaTable table) {
        if (table.latest().isEmpty()) {
            throw new MasterTableConflict(table.id(), "there is no such table");
        }
    }

    private static void requireColumns(DeltaTable table, Transaction transaction, NewRows rows) {
        List<MasterColumn> columns = DeltaColumns.of(transaction.getSchema(table.engine()));
        if (!Set.copyOf(columns).equals(Set.copyOf(rows.columns()))) {
            throw new MasterTableConflict(
                    table.id(), "it has the columns %s, not %s".formatted(columns, rows.columns()));
        }
    }

    private static void requireVersion(DeltaTable table, Transaction transaction, long basedOn) {
        long version = transaction.getReadTableVersion();
        if (version != basedOn) {
            throw new MasterTableConflict(
                    table.id(), "it is at version %d, not at %d any more".formatted(version, basedOn));
        }
    }
}
