package io.aifactory.lake.engine;

import org.jspecify.annotations.Nullable;

/**
 * What one column has to hold.
 *
 * @param type what its values have to read as; absent: what nearly all of them read as
 * @param required whether a value has to be there
 * @param min the least number allowed
 * @param max the greatest number allowed
 */
public record ColumnCheck(
        @Nullable ColumnType type,
        boolean required,
        @Nullable Double min,
        @Nullable Double max) {

    /** Nothing to hold. */
    public static final ColumnCheck NONE = new ColumnCheck(null, false, null, null);
}
