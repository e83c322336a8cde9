package io.aifactory.lake.engine;

import java.util.List;

/**
 * How to compare two tables.
 *
 * @param key the columns that tell rows apart, which both tables have
 * @param columns the columns to compare, which both tables have; values are compared as text
 * @param examples how many rows of each kind to name
 */
public record ComparisonPlan(List<String> key, List<String> columns, int examples) {

    public ComparisonPlan {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("rows are told apart by at least one column");
        }
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }
}
