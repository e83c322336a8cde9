package io.aifactory.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * What every row of a source dataset has to hold in one column. A row that breaks a rule goes to {@code bad/}.
 *
 * @param column the column
 * @param type the type its values have to read as: {@code integer}, {@code double}, {@code string}, {@code date} or {@code boolean}; absent: as found
 * @param required whether a value has to be there
 * @param min the least number allowed
 * @param max the greatest number allowed
 * @param values what else its values have to hold
 */
public record ColumnRule(
        String column,
        @Nullable String type,
        boolean required,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable ValueRule values) {

    /** A rule of type and range. */
    public ColumnRule(
            String column, @Nullable String type, boolean required, @Nullable Double min, @Nullable Double max) {
        this(column, type, required, min, max, null);
    }
}
