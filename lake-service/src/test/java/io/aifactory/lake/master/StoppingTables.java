package io.aifactory.lake.master;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Real tables, and a process that is stopped right after some of its commits, before it can note them. */
final class StoppingTables implements MasterTables {

    private final MasterTables tables;
    private int commitsLeft = Integer.MAX_VALUE;

    StoppingTables(MasterTables tables) {
        this.tables = tables;
    }

    void stopAfter(int commits) {
        commitsLeft = commits;
    }

    @Override
    public CommitOutcome create(MasterTableId table, CommitId id, NewRows rows) {
        return stop(tables.create(table, id, rows));
    }

    @Override
    public CommitOutcome append(MasterTableId table, CommitId id, NewRows rows) {
        return stop(tables.append(table, id, rows));
    }

    @Override
    public CommitOutcome overwrite(MasterTableId table, CommitId id, NewRows rows, long basedOn) {
        return stop(tables.overwrite(table, id, rows, basedOn));
    }

    @Override
    public Optional<MasterVersion> latest(MasterTableId table) {
        return tables.latest(table);
    }

    @Override
    public Optional<MasterVersion> at(MasterTableId table, long version) {
        return tables.at(table, version);
    }

    @Override
    public Optional<MasterVersion> at(MasterTableId table, Instant time) {
        return tables.at(table, time);
    }

    @Override
    public List<MasterCommit> history(MasterTableId table) {
        return tables.history(table);
    }

    private CommitOutcome stop(CommitOutcome outcome) {
        if (commitsLeft-- <= 1) {
            throw new IllegalStateException("stopped");
        }
        return outcome;
    }
}
