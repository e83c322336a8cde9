package io.aifactory.contracts.model;

import java.util.List;
import java.util.Objects;

/**
 * One column a model reads.
 *
 * @param name the column's name, exactly as in the data
 * @param kind how its values become numbers
 * @param categories the known values of a categorical feature in the order of their codes; empty for a numeric one
 */
public record Feature(String name, FeatureKind kind, List<String> categories) {

    public Feature {
        Objects.requireNonNull(kind, "kind is null");
        categories = List.copyOf(categories);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A feature needs a name");
        }
        if (kind == FeatureKind.NUMERIC && !categories.isEmpty()) {
            throw new IllegalArgumentException("Numeric feature '%s' can't have categories".formatted(name));
        }
        if (categories.size() != categories.stream().distinct().count()) {
            throw new IllegalArgumentException("Categories of feature '%s' repeat".formatted(name));
        }
    }

    public static Feature numeric(String name) {
        return new Feature(name, FeatureKind.NUMERIC, List.of());
    }

    public static Feature categorical(String name, List<String> categories) {
        return new Feature(name, FeatureKind.CATEGORICAL, categories);
    }

    /** The text that a value of a row stands for; empty when it is missing or no category. */
    public String text(float value) {
        if (kind == FeatureKind.NUMERIC) {
            return Float.isNaN(value) ? "" : CategoryText.of(value);
        }
        return value >= 0 && value < categories.size() ? categories.get((int) value) : "";
    }
}
