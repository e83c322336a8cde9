package io.aifactory.contracts.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column have to hold. No value holds all of it.
 *
 * @param unique whether no two rows may have the same value
 * @param oneOf the values allowed, as text; empty: any
 * @param pattern the regular expression that the whole value has to match
 * @param references where each value has to be
 */
public record ValueRule(
        boolean unique,
        List<String> oneOf,
        @Nullable String pattern,
        @Nullable ColumnReference references) {

    public ValueRule {
        oneOf = List.copyOf(oneOf);
    }
}
