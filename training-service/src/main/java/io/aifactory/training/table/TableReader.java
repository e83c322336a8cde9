package io.aifactory.training.table;

import java.nio.file.Path;

/** Reads a whole file of data. */
public interface TableReader {

    /**
     * Reads a Parquet file.
     *
     * @throws TableUnreadable when the file is missing, damaged or not of that format
     */
    Table read(Path file);
}
