package io.aifactory.training.automl;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The features that gold data offers. Numbers and truth values are features as they are, texts of at most {@value
 * #MOST_CATEGORIES} different values by the position of their value in alphabetical order; other columns are left out
 * with the reason. Classes are those of the train and validate sets, numbers by value before texts by alphabet.
 */
public final class GoldSchema {

    static final int MOST_CATEGORIES = 100;
    private static final int MOST_CLASSES = 100;

    private final Table train;
    private final Table validate;
    private final String label;
    private final Set<String> keys;
    private final Map<String, String> leftOut = new TreeMap<>();
    private final FeatureSchema schema;

    private GoldSchema(Table train, Table validate, MlType mlType, String label, Set<String> keys) {
        this.train = train;
        this.validate = validate;
        this.label = label;
        this.keys = keys;
        requireSameColumns();
        var features = features();
        this.schema = mlType == MlType.REGRESSION
                ? FeatureSchema.regression(features, numericLabel())
                : FeatureSchema.classification(features, label, classes());
    }

    /**
     * Reads the schema from the data.
     *
     * @param label the column that is predicted
     * @param keys columns that are never features
     * @throws SearchRefused when the tables differ, or lack the label, classes or features
     */
    public static GoldSchema of(Table train, Table validate, MlType mlType, String label, Set<String> keys) {
        return new GoldSchema(train, validate, mlType, label, keys);
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** Columns that became no feature, with the reason. */
    public Map<String, String> leftOut() {
        return Map.copyOf(leftOut);
    }

    static Column label(Table table, String label) {
        return table.column(label)
                .orElseThrow(() -> new SearchRefused(
                        "There is no label '%s' among columns %s".formatted(label, table.columnNames())));
    }

    private void requireSameColumns() {
        if (!train.columnNames().equals(validate.columnNames())) {
            throw new SearchRefused("The train set has columns %s, the validate set %s"
                    .formatted(train.columnNames(), validate.columnNames()));
        }
    }

    private List<Feature> features() {
        var features = train.columns().stream()
                .filter(column -> !column.name().equals(label))
                .flatMap(this::feature)
                .toList();
        if (features.isEmpty()) {
            throw new SearchRefused("No column can be a feature: " + leftOut);
        }
        return features;
    }

    private Stream<Feature> feature(Column column) {
        var name = column.name();
        if (keys.contains(name)) {
            return leaveOut(name, "left out by the settings");
        }
        if (column instanceof Column.Unreadable unreadable) {
            return leaveOut(name, "type %s can't be a feature".formatted(unreadable.type()));
        }
        if (column instanceof Column.Numbers) {
            return Stream.of(Feature.numeric(name));
        }
        var categories = distinct(column, train);
        return categories.size() > MOST_CATEGORIES
                ? leaveOut(
                        name,
                        "%d different texts, at most %d can be categories"
                                .formatted(categories.size(), MOST_CATEGORIES))
                : Stream.of(Feature.categorical(name, categories));
    }

    private Stream<Feature> leaveOut(String column, String reason) {
        leftOut.put(column, reason);
        return Stream.empty();
    }

    private String numericLabel() {
        if (label(train, label) instanceof Column.Numbers && label(validate, label) instanceof Column.Numbers) {
            return label;
        }
        throw new SearchRefused("Label '%s' is no number, regression needs one".formatted(label));
    }

    private List<String> classes() {
        var classes = new TreeSet<>(ClassOrder.NUMBERS_THEN_TEXTS);
        classes.addAll(distinct(label(train, label), train));
        classes.addAll(distinct(label(validate, label), validate));
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new SearchRefused("Label '%s' has %d classes, classification takes 2 to %d"
                    .formatted(label, classes.size(), MOST_CLASSES));
        }
        return List.copyOf(classes);
    }

    private static List<String> distinct(Column column, Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(column::text)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
