package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that landed.
 *
 * @param name its path in the lake, by which its rows are told from others
 * @param number its place among the files of its dataset: of two, the newer has the greater
 * @param local where it can be read
 */
public record InputFile(String name, long number, Path local) {

    boolean hasEnding(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Returns whether it is a Parquet file, by its name. */
    public boolean isParquet() {
        return hasEnding(".parquet");
    }

    /** Returns whether it is a CSV file, by its name. */
    public boolean isCsv() {
        return hasEnding(".csv");
    }
}
