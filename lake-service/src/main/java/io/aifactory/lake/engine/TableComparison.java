package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.Optional;

/** Tells row by row what differs between two tables, which are local Parquet files. */
public interface TableComparison {

    /**
     * Compares two tables. The answer is bounded, however much differs.
     *
     * @param scratch a folder for what does not fit in memory
     * @return empty if the key does not tell the rows of one of the tables apart
     * @throws EngineFailed if it can't be done for other reasons than the data
     */
    Optional<RowChanges> compare(Path before, Path after, ComparisonPlan plan, Path scratch);
}
