package io.aifactory.contracts.events;

/**
 * One column of a dataset.
 *
 * @param name the column's name
 * @param type its SQL type as the refining engine names it, for instance {@code DOUBLE}
 * @param nulls how many rows have no value
 */
public record ColumnSchema(
        String name, String type, @AtLeast(0) long nulls) {}
