package io.aifactory.lake.engine;

import io.aifactory.contracts.events.ValueRule;
import org.jspecify.annotations.Nullable;

/**
 * What one column has to hold.
 *
 * @param type what its values have to read as; absent: what nearly all of them read as
 * @param required whether a value has to be there
 * @param min the least number allowed
 * @param max the greatest number allowed
 * @param values what else its values have to hold
 */
public record ColumnCheck(
        @Nullable ColumnType type,
        boolean required,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable ValueRule values) {

    /** Nothing to hold. */
    public static final ColumnCheck NONE = new ColumnCheck(null, false, null, null, null);

    /** A check of type and range. */
    public ColumnCheck(@Nullable ColumnType type, boolean required, @Nullable Double min, @Nullable Double max) {
        this(type, required, min, max, null);
    }
}
