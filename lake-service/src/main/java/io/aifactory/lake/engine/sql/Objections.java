package io.aifactory.lake.engine.sql;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.lake.engine.ColumnNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be against a row's value in a column: expressions that are NULL where nothing is. */
final class Objections {

    private final Dialect dialect;
    private final SilverColumn column;
    private final List<String> expressions = new ArrayList<>();

    private Objections(Dialect dialect, SilverColumn column) {
        this.dialect = dialect;
        this.column = column;
    }

    /**
     * Returns the expressions, in the order in which they are said.
     *
     * @param others the tables that rules refer to, by name
     */
    static List<String> to(SilverColumn column, boolean isKey, Map<String, Path> others, Dialect dialect) {
        var objections = new Objections(dialect, column);
        objections.addNoValue(isKey);
        objections.addLimit("<", column.check().min(), "below");
        objections.addLimit(">", column.check().max(), "above");
        ValueRule values = column.check().values();
        if (values != null) {
            objections.addValues(values, others);
        }
        return objections.expressions;
    }

    /** Words for a missing value are looked for only where there is no other. */
    private void addNoValue(boolean isKey) {
        Optional<String> missing = missing(isKey);
        String isNone = column.typedName() + " IS NULL";
        if (column.isRead()) {
            String wrong = against("' is no " + column.type().label());
            expressions.add(when(
                    isNone,
                    "CASE WHEN %s THEN %s ELSE %s END"
                            .formatted(column.saysNothing(dialect), missing.orElse("NULL"), wrong)));
        } else {
            missing.ifPresent(objection -> expressions.add(when(isNone, objection)));
        }
    }

    private Optional<String> missing(boolean isKey) {
        if (isKey) {
            return Optional.of(dialect.quoted(column.name() + " is missing, which tells rows apart"));
        }
        return column.check().required()
                ? Optional.of(dialect.quoted(column.name() + " is missing"))
                : Optional.empty();
    }

    private void addLimit(String comparison, @Nullable Double limit, String word) {
        if (limit != null && column.type().isNumber()) {
            expressions.add(when(
                    "%s %s CAST(%s AS DOUBLE)".formatted(column.typedName(), comparison, limit),
                    "%s || %s || %s"
                            .formatted(
                                    dialect.quoted(column.name() + " "),
                                    asItCame(),
                                    dialect.quoted(" is " + word + " " + limit))));
        }
    }

    private void addValues(ValueRule rule, Map<String, Path> others) {
        String text = dialect.text(column.typedName());
        if (!rule.oneOf().isEmpty()) {
            expressions.add(when(
                    "%s NOT IN (%s)".formatted(text, Sql.join(rule.oneOf(), dialect::quoted)),
                    against("' is none of " + String.join(", ", rule.oneOf()))));
        }
        String pattern = rule.pattern();
        if (pattern != null) {
            expressions.add(when(
                    "NOT regexp_full_match(%s, %s)".formatted(text, dialect.quoted(pattern)),
                    against("' does not match " + pattern)));
        }
        ColumnReference reference = rule.references();
        if (reference != null) {
            expressions.add(when(
                    "%s IS NOT NULL AND %s NOT IN (%s)".formatted(text, text, known(reference, others)),
                    against("' is not in %s of %s".formatted(reference.column(), reference.dataset()))));
        }
    }

    private String known(ColumnReference reference, Map<String, Path> others) {
        Path table = Objects.requireNonNull(
                others.get(reference.dataset().value()), reference.dataset().value());
        String known = Sql.name(ColumnNames.normalise(reference.column()));
        return "SELECT %s FROM %s WHERE %s IS NOT NULL".formatted(dialect.text(known), dialect.parquet(table), known);
    }

    private String against(String verdict) {
        return "%s || left(%s, 60) || %s"
                .formatted(dialect.quoted(column.name() + " '"), asItCame(), dialect.quoted(verdict));
    }

    private String asItCame() {
        return column.isTyped() ? dialect.text(column.valueName()) : column.valueName();
    }

    private static String when(String condition, String objection) {
        return "CASE WHEN %s THEN %s END".formatted(condition, objection);
    }
}
