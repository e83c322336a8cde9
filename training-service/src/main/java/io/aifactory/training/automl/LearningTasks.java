package io.aifactory.training.automl;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.training.table.Column;
import io.aifactory.training.table.ModelRows;
import io.aifactory.training.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a learning task of two tables. Numbers and truth values are features as they are, texts of at most {@value
 * #MOST_CATEGORIES} different values by the position of their value in alphabetical order; other columns are left out
 * with the reason. Rows without a label are left out.
 */
final class LearningTasks {

    static final int MOST_CATEGORIES = 100;
    private static final int MOST_CLASSES = 100;
    private static final int FEWEST_ROWS = 20;

    private final Table train;
    private final Table validate;
    private final SearchSettings settings;
    private final Map<String, String> leftOut = new TreeMap<>();

    private LearningTasks(Table train, Table validate, SearchSettings settings) {
        this.train = train;
        this.validate = validate;
        this.settings = settings;
    }

    /**
     * The task.
     *
     * @throws SearchRefused when the tables differ, lack the label, or have too few rows, classes or features
     */
    static LearningTask of(Table train, Table validate, SearchSettings settings) {
        return new LearningTasks(train, validate, settings).task();
    }

    private LearningTask task() {
        if (!train.columnNames().equals(validate.columnNames())) {
            throw new SearchRefused("The train set has columns %s, the validate set %s"
                    .formatted(train.columnNames(), validate.columnNames()));
        }
        var schema = schema();
        var task = new LearningTask(schema, rows(schema, train), rows(schema, validate), leftOut);
        if (task.train().count() < FEWEST_ROWS) {
            throw new SearchRefused("The train set has %d rows with a label, a search needs %d"
                    .formatted(task.train().count(), FEWEST_ROWS));
        }
        return task;
    }

    private FeatureSchema schema() {
        var features = train.columns().stream()
                .filter(column -> !column.name().equals(settings.label()))
                .flatMap(this::feature)
                .toList();
        if (features.isEmpty()) {
            throw new SearchRefused("No column can be a feature: " + leftOut);
        }
        return settings.mlType() == MlType.REGRESSION
                ? FeatureSchema.regression(features, numericLabel())
                : FeatureSchema.classification(features, settings.label(), classes());
    }

    private Stream<Feature> feature(Column column) {
        var name = column.name();
        if (settings.leftOut().contains(name)) {
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
        if (label(train) instanceof Column.Numbers && label(validate) instanceof Column.Numbers) {
            return settings.label();
        }
        throw new SearchRefused("Label '%s' is no number, regression needs one".formatted(settings.label()));
    }

    private List<String> classes() {
        var classes = new TreeSet<>(ClassOrder.NUMBERS_THEN_TEXTS);
        classes.addAll(distinct(label(train), train));
        classes.addAll(distinct(label(validate), validate));
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new SearchRefused("Label '%s' has %d classes, classification takes 2 to %d"
                    .formatted(settings.label(), classes.size(), MOST_CLASSES));
        }
        return List.copyOf(classes);
    }

    private Column label(Table table) {
        return table.column(settings.label())
                .orElseThrow(() -> new SearchRefused(
                        "There is no label '%s' among columns %s".formatted(settings.label(), table.columnNames())));
    }

    private TrainingRows rows(FeatureSchema schema, Table table) {
        var label = label(table);
        var labelled = IntStream.range(0, table.rowCount())
                .filter(row -> label.text(row) != null)
                .toArray();
        var labels = new double[labelled.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labelNumber(schema, label, labelled[i]);
        }
        return new TrainingRows(ModelRows.encode(schema, table, labelled), labels);
    }

    private static double labelNumber(FeatureSchema schema, Column label, int row) {
        return schema.mlType() == MlType.REGRESSION && label instanceof Column.Numbers numbers
                ? numbers.values()[row]
                : schema.classes().indexOf(label.text(row));
    }

    private static List<String> distinct(Column column, Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(column::text)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
