package io.aifactory.lake.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query answers.
 *
 * @param columns the names of its columns
 * @param types their SQL types
 * @param rows its rows, values as text
 * @param complete whether these are all rows
 */
public record SqlAnswer(List<String> columns, List<String> types, List<List<@Nullable String>> rows, boolean complete) {

    public SqlAnswer {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        rows = List.copyOf(rows);
    }
}
