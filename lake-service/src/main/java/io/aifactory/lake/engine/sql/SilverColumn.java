package io.aifactory.lake.engine.sql;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.ColumnType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of silver: its type, and what is checked in it. Text is checked by pattern before it is cast, so that every
 * engine reads the same value in it.
 *
 * @param name the column's name
 * @param type the type it gets
 * @param check what it has to hold
 * @param isTyped whether its values have the type already, rather than being read as it
 * @param isText whether its values are text before they are read
 */
record SilverColumn(String name, ColumnType type, ColumnCheck check, boolean isTyped, boolean isText) {

    private static final String INTEGER = "[+-]?[0-9]{1,18}([.]0+)?";
    private static final String DOUBLE = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00([.]0+)?)?";
    private static final List<String> MISSING = List.of("na", "n/a", "nan", "null", "none");

    /** Returns the name of the column's typed values beside those as they came; no column of a file begins like it. */
    static String typedName(String column) {
        return Sql.name("_typed_" + column);
    }

    String typedName() {
        return typedName(name);
    }

    /** Returns the columns' typed values under their own names. */
    static String selected(List<SilverColumn> columns) {
        return Sql.join(columns, column -> column.typedName() + " AS " + Sql.name(column.name()));
    }

    /** Returns the name of the column's values where empty text, and words that say there is no value, are none. */
    static String foundName(String column) {
        return Sql.name("_found_" + column);
    }

    /** Returns the expression that finds a column's values in text. */
    static String findInText(Dialect dialect, String column) {
        return find(dialect, dialect.trimmed(Sql.name(column)));
    }

    private static String find(Dialect dialect, String trimmed) {
        return "CASE WHEN lower(%1$s) IN (%2$s) THEN NULL ELSE nullif(%1$s, '') END"
                .formatted(trimmed, Sql.join(MISSING, dialect::quoted));
    }

    /** Returns the expression that finds the column's values. */
    String find(Dialect dialect) {
        return "%s AS %s".formatted(found(dialect), foundName(name));
    }

    private String found(Dialect dialect) {
        if (isTyped) {
            return type == ColumnType.DOUBLE ? finite(Sql.name(name)) : Sql.name(name);
        }
        String trimmed = dialect.trimmed(isText ? Sql.name(name) : dialect.text(Sql.name(name)));
        return type == ColumnType.STRING ? "nullif(%s, '')".formatted(trimmed) : find(dialect, trimmed);
    }

    /** Not a number is greater than any. */
    private static String finite(String number) {
        return "CASE WHEN abs(%1$s) < CAST('Infinity' AS DOUBLE) THEN %1$s END".formatted(number);
    }

    /** Returns the expression that types the values found. */
    String typed(Dialect dialect) {
        return "%s AS %s".formatted(isTyped ? foundName(name) : cast(dialect, foundName(name)), typedName());
    }

    private String cast(Dialect dialect, String value) {
        return switch (type) {
            case INTEGER -> matching(dialect, value, INTEGER, "TRY_CAST(regexp_replace(%s, '[.]0+$', '') AS BIGINT)");
            case DOUBLE -> finite(matching(dialect, value, DOUBLE, "TRY_CAST(%s AS DOUBLE)"));
            case DATE -> matching(dialect, value, DATE, "TRY_CAST(left(%s, 10) AS DATE)");
            case BOOLEAN ->
                "CASE WHEN lower(%1$s) IN ('true', 't', 'yes', 'y', '1') THEN true WHEN lower(%1$s) IN ('false', 'f', 'no', 'n', '0') THEN false END"
                        .formatted(value);
            case STRING -> value;
        };
    }

    /**
     * Returns the expression of everything that is against the row's value; NULL if nothing is.
     *
     * @param others the tables that rules refer to, by name
     */
    String reason(Dialect dialect, boolean isKey, Map<String, Path> others) {
        var reasons = new ArrayList<String>();
        if (isKey) {
            reasons.add(when(
                    "%s IS NULL".formatted(value()), dialect.quoted(name + " is missing, which tells rows apart")));
        } else if (check.required()) {
            reasons.add(when("%s IS NULL".formatted(value()), dialect.quoted(name + " is missing")));
        }
        if (!isTyped) {
            reasons.add(when(
                    "%s IS NOT NULL AND %s IS NULL".formatted(value(), typedName()),
                    against(dialect, "' is no " + type.label())));
        }
        addLimit(reasons, dialect, "<", check.min(), "below");
        addLimit(reasons, dialect, ">", check.max(), "above");
        ValueRule values = check.values();
        if (values != null) {
            addValueReasons(reasons, dialect, values, others);
        }
        return reasons.isEmpty() ? "NULL" : String.join(", ", reasons);
    }

    private String value() {
        return foundName(name);
    }

    private String valueText(Dialect dialect) {
        return isTyped ? dialect.text(value()) : value();
    }

    private void addLimit(
            List<String> reasons, Dialect dialect, String comparison, @Nullable Double limit, String word) {
        if (limit != null && type.isNumber()) {
            reasons.add(when(
                    "%s %s CAST(%s AS DOUBLE)".formatted(typedName(), comparison, limit),
                    "%s || %s || %s"
                            .formatted(
                                    dialect.quoted(name + " "),
                                    valueText(dialect),
                                    dialect.quoted(" is " + word + " " + limit))));
        }
    }

    private void addValueReasons(List<String> reasons, Dialect dialect, ValueRule rule, Map<String, Path> others) {
        String text = type == ColumnType.STRING ? typedName() : dialect.text(typedName());
        if (!rule.oneOf().isEmpty()) {
            reasons.add(when(
                    "%s NOT IN (%s)".formatted(text, Sql.join(rule.oneOf(), dialect::quoted)),
                    against(dialect, "' is none of " + String.join(", ", rule.oneOf()))));
        }
        String pattern = rule.pattern();
        if (pattern != null) {
            reasons.add(when(
                    "NOT regexp_full_match(%s, %s)".formatted(text, dialect.quoted(pattern)),
                    against(dialect, "' does not match " + pattern)));
        }
        ColumnReference reference = rule.references();
        if (reference != null) {
            reasons.add(when(
                    "%s IS NOT NULL AND %s NOT IN (%s)".formatted(text, text, known(dialect, reference, others)),
                    against(dialect, "' is not in %s of %s".formatted(reference.column(), reference.dataset()))));
        }
    }

    private static String known(Dialect dialect, ColumnReference reference, Map<String, Path> others) {
        Path table = Objects.requireNonNull(
                others.get(reference.dataset().value()), reference.dataset().value());
        String column = Sql.name(ColumnNames.normalise(reference.column()));
        return "SELECT %s FROM %s WHERE %s IS NOT NULL".formatted(dialect.text(column), dialect.parquet(table), column);
    }

    private String against(Dialect dialect, String verdict) {
        return "%s || left(%s, 60) || %s"
                .formatted(dialect.quoted(name + " '"), valueText(dialect), dialect.quoted(verdict));
    }

    private static String matching(Dialect dialect, String value, String pattern, String cast) {
        return "CASE WHEN regexp_full_match(%s, %s) THEN %s END"
                .formatted(value, dialect.quoted(pattern), cast.formatted(value));
    }

    private static String when(String condition, String reason) {
        return "CASE WHEN %s THEN %s END".formatted(condition, reason);
    }
}
