package io.aifactory.contracts.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a source dataset are written, where they don't show it themselves. What is absent is found out.
 *
 * @param delimiter the character between the values of a line
 * @param quote the character around values that contain the delimiter
 * @param encoding the name of the character encoding, such as {@code UTF-8} or {@code windows-1252}
 * @param decimal the character before the fraction of a number: a point, or a comma
 * @param header whether the first line has the columns' names
 * @param columns the columns' names, in order, where files have no header; empty where they have one
 * @param sheet which sheet of a workbook; absent: the first
 */
public record FileForm(
        @Nullable String delimiter,
        @Nullable String quote,
        @Nullable String encoding,
        @Nullable String decimal,
        @Nullable Boolean header,
        List<String> columns,
        @Nullable String sheet) {

    public FileForm {
        columns = List.copyOf(columns);
    }
}
