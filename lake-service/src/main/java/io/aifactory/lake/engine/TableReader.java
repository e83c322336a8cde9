package io.aifactory.lake.engine;

import io.aifactory.contracts.events.FileForm;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that landed, in whatever form tables come. Reading streams: it takes bounded memory, however long the file is.
 *
 * <p>Column names are as {@link ColumnNames#normalise} makes them. What can't be done for other reasons than the file is an
 * {@link EngineFailed}.
 */
public interface TableReader {

    /**
     * Reads a file from its beginning to its end and writes its rows as text to Parquet: every column as found, and where
     * each row came from ({@link StagedFile}). Lines that do not fit the columns are kept as they are, with what is wrong.
     *
     * @param file the file
     * @param form what is known of how it is written; absent: what the file shows
     * @param staged where to write its rows
     * @throws UnreadableFile if it can't be used as a table
     */
    StagedFile read(InputFile file, @Nullable FileForm form, Path staged);
}
