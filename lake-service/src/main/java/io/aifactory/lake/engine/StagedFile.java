package io.aifactory.lake.engine;

import java.util.List;

/**
 * A file's rows as text. Beside its own columns the table has those of {@link #PROVENANCE}: the file's name and number, the
 * row's number in the file (for CSV its line, counted from 1 with the header), what is wrong with a line that fits no
 * columns, and that line.
 *
 * @param columns its own columns in order
 * @param rows how many rows, broken lines with them
 */
public record StagedFile(List<String> columns, long rows) {

    /** The columns that say where a row came from. No column of a file is ever called like them. */
    public static final List<String> PROVENANCE = List.of("_file", "_file_number", "_row", "_error", "_line");

    public StagedFile {
        columns = List.copyOf(columns);
    }
}
