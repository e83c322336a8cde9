package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * Refines tables. Files come and go as local files: the engine sees no other file, no network and no configuration. All
 * output is Parquet, and depends on nothing but the input: same rows in, same rows out in the same order, though the
 * bytes of the file may differ.
 *
 * <p>Column names are as {@link ColumnNames#normalise} makes them. What can't be done for other reasons than the data is an
 * {@link EngineFailed}.
 */
public interface RefinementEngine {

    /**
     * Reads a file from its beginning to its end and writes its rows as text: every column as found, and where each row
     * came from ({@link StagedFile}). Lines that do not fit the columns are kept as they are, with what is wrong.
     *
     * @throws UnreadableFile if it can't be used as a table
     */
    StagedFile stage(InputFile file, Path staged);

    /**
     * Tells what a table is like that somebody else made.
     *
     * @throws UnreadableFile if it is no Parquet file that can be read
     */
    TableProfile profile(Path table);

    /** Puts staged files together, oldest first, into one table. Columns are told apart by name, not by place. */
    TableProfile bronze(List<Path> staged, Path bronze);

    /**
     * Types every column and checks every row. Rows that hold go to silver, one per key: of several files that have the
     * key, the newest counts. Rows that break a rule go to bad, a CSV file with file, row, reason and the values as they came.
     */
    SilverOutcome silver(Path bronze, SilverRules rules, Path silver, Path bad);

    /** Joins tables by their key: rows whose key every one of them has, ordered by key. */
    TableProfile merge(MergePlan plan, Path merged);

    /** Splits a table exactly, the same way for the same rows and seed, in whatever order the rows are: each row is in one part. */
    List<TableProfile> split(Path table, SplitPlan plan);
}
