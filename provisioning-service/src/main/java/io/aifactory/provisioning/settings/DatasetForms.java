package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.FileForm;
import io.aifactory.contracts.events.TableRule;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.provisioning.form.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the source datasets of a model, and the rules of their columns. */
final class DatasetForms {

    static final int LONGEST_NAME = 100;
    private static final List<String> KEYS = List.of("name", "rules", "form", "table", "engine");
    private static final List<String> RULE_KEYS = List.of("column", "type", "required", "min", "max", "values");
    private static final List<String> TYPES = List.of("integer", "double", "string", "date", "boolean");
    private static final Set<String> NUMBERS = Set.of("integer", "double");

    private DatasetForms() {}

    static List<DatasetSettings> read(Form model) {
        List<DatasetSettings> datasets = new ArrayList<>();
        Set<DatasetName> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        List<Form> items = model.items("datasets");
        if (items.isEmpty()) {
            model.refuse("datasets", "is empty; a model learns from at least one");
        }
        for (Form item : items) {
            DatasetName name = readName(item.knowing(KEYS), names, numbers);
            List<ColumnRule> rules = readRules(item, name);
            FileForm form = FileForms.read(item);
            TableRule table = TableRuleForms.read(item);
            EngineChoice engine = item.parsed("engine", EngineChoice::of);
            if (name != null) {
                datasets.add(new DatasetSettings(name, rules, form, table, engine));
            }
        }
        checkReferences(model, datasets, names);
        return datasets;
    }

    private static void checkReferences(Form model, List<DatasetSettings> datasets, Set<DatasetName> names) {
        datasets.stream()
                .flatMap(dataset -> dataset.rules().stream())
                .map(ColumnRule::values)
                .filter(Objects::nonNull)
                .map(ValueRule::references)
                .filter(Objects::nonNull)
                .filter(reference -> !names.contains(reference.dataset()))
                .forEach(reference ->
                        model.refuse("datasets", "has no '%s', which a rule refers to".formatted(reference.dataset())));
    }

    private static @Nullable DatasetName readName(Form item, Set<DatasetName> names, Set<String> numbers) {
        if (item.requiredText("name", LONGEST_NAME).isEmpty()) {
            return null;
        }
        DatasetName name = item.parsed("name", DatasetName::new);
        if (DatasetName.GOLD.equals(name)) {
            item.refuse("name", "is 'gold', which is what datasets are merged to");
        } else if (name != null && !names.add(name)) {
            item.refuse("name", "'%s' is there twice".formatted(name));
        } else if (name != null && !numbers.add(numberOf(name))) {
            item.refuse("name", "'%s' has a number that another dataset of the model has".formatted(name));
        }
        return name;
    }

    private static String numberOf(DatasetName name) {
        return name.value().substring(0, "ds01".length());
    }

    private static List<ColumnRule> readRules(Form dataset, @Nullable DatasetName name) {
        Set<String> columns = new HashSet<>();
        return dataset.items("rules").stream()
                .map(rule -> readRule(rule.knowing(RULE_KEYS), name, columns))
                .toList();
    }

    private static ColumnRule readRule(Form form, @Nullable DatasetName dataset, Set<String> columns) {
        var rule = new ColumnRule(
                form.requiredText("column", LONGEST_NAME),
                form.text("type"),
                Objects.requireNonNullElse(form.flag("required"), false),
                form.number("min"),
                form.number("max"),
                ValueRuleForms.read(form, dataset));
        check(form, rule);
        if (!rule.column().isEmpty() && !columns.add(rule.column())) {
            form.refuse("column", "'%s' has a rule already".formatted(rule.column()));
        }
        return rule;
    }

    private static void check(Form form, ColumnRule rule) {
        boolean limited = rule.min() != null || rule.max() != null;
        if (rule.type() != null && !TYPES.contains(rule.type())) {
            form.refuse("type", "is '%s', not one of %s".formatted(rule.type(), String.join(", ", TYPES)));
        } else if (limited && rule.type() != null && !NUMBERS.contains(rule.type())) {
            form.refuse("min and max need a number, not type '%s'".formatted(rule.type()));
        }
        if (rule.min() != null && rule.max() != null && rule.min() > rule.max()) {
            form.refuse("min", "%s is more than max %s".formatted(rule.min(), rule.max()));
        }
    }
}
