package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.List;

/** Finishes tables that another engine made, so that they are like all others. */
public interface TableFinisher {

    /** Puts the rows of some Parquet files into one, one file after the other. */
    void join(List<Path> parts, Path table);

    /**
     * Tells what became of the rows of a table.
     *
     * @param silver those that hold
     * @param badRows those that do not, as Parquet
     * @param bad where to write those as people see them, a CSV file
     */
    SilverOutcome outcome(Path silver, Path badRows, Path bad);
}
