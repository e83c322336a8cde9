package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * Writes some rows of a table, about as many as wanted, the same for the same table.
     *
     * @param key the column by whose values rows are chosen, so that those chosen of several tables still join; absent: rows
     *     are chosen evenly
     */
    void thinOut(Path table, @Nullable String key, long rows, Path thinned);

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
     *
     * @param others the silver of other datasets, by name, that rules refer to
     * @throws TableRefused if the rules have a query that can't be run, a pattern that can't be read, or refer to what is not there
     */
    SilverOutcome silver(Path bronze, SilverRules rules, Map<String, Path> others, Path silver, Path bad);

    /**
     * Joins tables by their key: rows whose key every one of them has, ordered by key. Or as the plan's own query does.
     *
     * @throws InvalidSql if the plan has a query that can't be run
     */
    TableProfile merge(MergePlan plan, Path merged);

    /** Splits a table exactly, the same way for the same rows and seed, in whatever order the rows are: each row is in one part, which keeps the table's order. */
    List<TableProfile> split(Path table, SplitPlan plan);
}
