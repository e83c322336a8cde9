package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.provisioning.form.Form;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what the values of a column have to hold: section {@code values} of its rule. */
final class ValueRuleForms {

    private static final int LONGEST_PATTERN = 500;

    /** What Java's expressions can do and those of the refining engines can't, which read a text once from left to right. */
    private static final Pattern LOOKS_AROUND = Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9k]");

    private ValueRuleForms() {}

    /**
     * Returns the rule; absent if there is none.
     *
     * @param own the dataset the rule belongs to, which it can't refer to
     */
    static @Nullable ValueRule read(Form column, @Nullable DatasetName own) {
        if (!column.has("values")) {
            return null;
        }
        Form form = column.section("values").knowing(List.of("unique", "oneOf", "pattern", "references"));
        return new ValueRule(
                Objects.requireNonNullElse(form.flag("unique"), false),
                form.parsedList("oneOf", Function.identity()),
                pattern(form),
                reference(form, own));
    }

    private static @Nullable String pattern(Form form) {
        String pattern = form.text("pattern");
        if (pattern == null) {
            return null;
        }
        if (pattern.length() > LONGEST_PATTERN) {
            form.refuse("pattern", "is longer than %d characters".formatted(LONGEST_PATTERN));
        } else if (LOOKS_AROUND.matcher(pattern).find()) {
            form.refuse("pattern", "looks around or back, which engines can't do");
        } else {
            requireReadable(form, pattern);
        }
        return pattern;
    }

    private static void requireReadable(Form form, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            form.refuse("pattern", "can't be read: %s".formatted(e.getDescription()));
        }
    }

    private static @Nullable ColumnReference reference(Form form, @Nullable DatasetName own) {
        if (!form.has("references")) {
            return null;
        }
        Form reference = form.section("references").knowing(List.of("dataset", "column"));
        String column = reference.requiredText("column", DatasetForms.LONGEST_NAME);
        if (!reference.has("dataset")) {
            reference.refuse("dataset", "is missing");
        }
        DatasetName dataset = reference.parsed("dataset", DatasetName::new);
        if (dataset != null && (dataset.equals(own) || dataset.equals(DatasetName.GOLD))) {
            reference.refuse("dataset", "is '%s', not another source dataset of the model".formatted(dataset));
        }
        return dataset == null ? null : new ColumnReference(dataset, column);
    }
}
