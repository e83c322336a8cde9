package io.aifactory.contracts.model;

import io.aifactory.contracts.events.MlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The features of a model in order, what it predicts, and how a row of values becomes the floats it reads. Missing
 * values and unknown categories become NaN, which every model here understands; unknown columns and values that can't
 * be read are refused.
 */
public final class FeatureSchema {

    private final List<Feature> features;
    private final String label;
    private final MlType mlType;
    private final List<String> classes;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<Map<String, Integer>> codes;

    private FeatureSchema(List<Feature> features, String label, MlType mlType, List<String> classes) {
        this.features = List.copyOf(features);
        this.label = label;
        this.mlType = Objects.requireNonNull(mlType, "mlType is null");
        this.classes = List.copyOf(classes);
        for (var feature : this.features) {
            if (positions.put(feature.name(), positions.size()) != null) {
                throw new IllegalArgumentException("Feature '%s' is there twice".formatted(feature.name()));
            }
        }
        this.codes = this.features.stream()
                .map(feature -> positionsOf(feature.categories()))
                .toList();
        requireUsable();
    }

    public static FeatureSchema regression(List<Feature> features, String label) {
        return new FeatureSchema(features, label, MlType.REGRESSION, List.of());
    }

    /** A schema for classification; a score has one probability for each of the classes, in this order. */
    public static FeatureSchema classification(List<Feature> features, String label, List<String> classes) {
        return new FeatureSchema(features, label, MlType.CLASSIFICATION, classes);
    }

    public List<Feature> features() {
        return features;
    }

    /** Name of the column that the model predicts. */
    public String label() {
        return label;
    }

    public MlType mlType() {
        return mlType;
    }

    /** The classes in the order of a score; empty for regression. */
    public List<String> classes() {
        return classes;
    }

    /** Numbers in a score: 1 for regression, the number of classes for classification. */
    public int outputCount() {
        return mlType == MlType.REGRESSION ? 1 : classes.size();
    }

    /** Position of a feature in a row, or -1 when the model doesn't know the name. */
    public int indexOf(String name) {
        var position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** A row in which every value is missing, to be filled by position. */
    public float[] emptyRow() {
        var row = new float[features.size()];
        Arrays.fill(row, Float.NaN);
        return row;
    }

    /**
     * Encodes a row given by name. A feature without a value is missing.
     *
     * @throws RowRefused with a reason for each unknown column and each value that can't be read
     */
    public float[] encode(Map<String, ? extends @Nullable Object> values) {
        var row = emptyRow();
        var reasons = new ArrayList<String>();
        values.forEach((name, value) -> encodeInto(row, name, value, reasons));
        if (!reasons.isEmpty()) {
            throw new RowRefused(reasons);
        }
        return row;
    }

    /**
     * Encodes a number given for the feature at a position; a categorical feature takes it by its plain decimal form.
     *
     * @throws RowRefused when a numeric feature gets an infinite number
     */
    public float encode(int index, double number) {
        var feature = features.get(index);
        if (feature.kind() == FeatureKind.CATEGORICAL) {
            return code(index, CategoryText.of(number));
        }
        var value = (float) number;
        if (Float.isInfinite(value)) {
            throw refused(feature, number, "is too large");
        }
        return value;
    }

    /**
     * Encodes a text given for the feature at a position; an empty text is a missing value.
     *
     * @throws RowRefused when a numeric feature gets a text that is no number
     */
    public float encode(int index, String text) {
        var feature = features.get(index);
        if (feature.kind() == FeatureKind.CATEGORICAL) {
            return code(index, text);
        }
        return text.isBlank() ? Float.NaN : encode(index, number(feature, text));
    }

    /** Encodes a truth value: 1 or 0 for a numeric feature, the category "true" or "false" for a categorical one. */
    public float encode(int index, boolean truth) {
        return features.get(index).kind() == FeatureKind.CATEGORICAL
                ? code(index, String.valueOf(truth))
                : (truth ? 1f : 0f);
    }

    private void encodeInto(float[] row, String name, @Nullable Object value, List<String> reasons) {
        int index = indexOf(name);
        if (index < 0) {
            reasons.add("Column '%s' is unknown to the model".formatted(name));
            return;
        }
        try {
            row[index] = encodeObject(index, value);
        } catch (RowRefused e) {
            reasons.addAll(e.reasons());
        }
    }

    private float encodeObject(int index, @Nullable Object value) {
        if (value == null) {
            return Float.NaN;
        }
        if (value instanceof Number number) {
            return encode(index, number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return encode(index, truth.booleanValue());
        }
        if (value instanceof CharSequence text) {
            return encode(index, text.toString());
        }
        throw refused(features.get(index), value, "is neither a number, a text nor a truth value");
    }

    private float code(int index, String category) {
        var code = codes.get(index).get(category);
        return code == null ? Float.NaN : code;
    }

    private void requireUsable() {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A model needs the name of its label");
        }
        if (features.isEmpty()) {
            throw new IllegalArgumentException("A model needs at least one feature");
        }
        if (positions.containsKey(label)) {
            throw new IllegalArgumentException("Label '%s' can't be a feature as well".formatted(label));
        }
        requireClasses();
    }

    private void requireClasses() {
        if (mlType == MlType.REGRESSION && !classes.isEmpty()) {
            throw new IllegalArgumentException("Regression has no classes");
        }
        if (mlType == MlType.CLASSIFICATION && classes.size() < 2) {
            throw new IllegalArgumentException("Classification needs two classes or more, there are " + classes);
        }
        if (positionsOf(classes).size() != classes.size()) {
            throw new IllegalArgumentException("Classes repeat: " + classes);
        }
    }

    private static double number(Feature feature, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw refused(feature, text, "is no number");
        }
    }

    private static RowRefused refused(Feature feature, Object value, String why) {
        return new RowRefused(List.of("Value '%s' of feature '%s' %s".formatted(value, feature.name(), why)));
    }

    private static Map<String, Integer> positionsOf(List<String> values) {
        var map = new HashMap<String, Integer>();
        values.forEach(value -> map.put(value, map.size()));
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureSchema that
                && features.equals(that.features)
                && label.equals(that.label)
                && mlType == that.mlType
                && classes.equals(that.classes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(features, label, mlType, classes);
    }

    @Override
    public String toString() {
        return "%s of '%s' from %s".formatted(mlType, label, features);
    }
}
