package io.aifactory.lake.master;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables of {@code master/}, each a folder with data files and the log of what was committed to it. A commit is there
 * whole or not at all, and what was committed never changes: a version can be read as long as its files are kept.
 *
 * <p>Any number of threads and processes may write to one table. Nothing they were told is committed is ever lost. Two that
 * can't both hold end in one commit and one {@link MasterTableConflict}; whether and how often to try again with what the
 * table holds by then is for the caller to say.
 *
 * <p>Each commit has an id. A second commit of the same id changes nothing, and its outcome says so.
 */
public interface MasterTables {

    /**
     * Makes the table, with its first rows.
     *
     * @throws MasterTableConflict if it is there already
     */
    CommitOutcome create(MasterTableId table, CommitId id, NewRows rows);

    /**
     * Adds rows, whatever others add meanwhile. They have the columns the table has, in whatever order.
     *
     * @throws MasterTableConflict if the table isn't there, has other columns, or is replaced meanwhile
     */
    CommitOutcome append(MasterTableId table, CommitId id, NewRows rows);

    /**
     * Puts rows in the place of all that the given version holds. They may have other columns.
     *
     * @throws MasterTableConflict if the table is not at that version, or no longer when it is committed
     */
    CommitOutcome overwrite(MasterTableId table, CommitId id, NewRows rows, long basedOn);

    /** Returns the newest version; empty if there is no such table. */
    Optional<MasterVersion> latest(MasterTableId table);

    /** Returns a version; empty if the table has none of the number, or its log reaches no longer back to it. */
    Optional<MasterVersion> at(MasterTableId table, long version);

    /** Returns the version that was the newest at the given time; empty if there was none yet. */
    Optional<MasterVersion> at(MasterTableId table, Instant time);

    /** Returns what was committed, newest first, as far as the log reaches back; empty if there is no such table. */
    List<MasterCommit> history(MasterTableId table);
}
