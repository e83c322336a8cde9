package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of silver: its type, and what is checked in it. Text is checked by pattern before it is cast, so that every
 * engine reads the same value in it.
 *
 * @param name the column's name
 * @param type the type it gets
 * @param check what it has to hold
 */
record SilverColumn(String name, ColumnType type, ColumnCheck check) {

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

    /** Returns the name of the column's values where empty text, and words that say there is no value, are none. */
    static String foundName(String column) {
        return Sql.name("_found_" + column);
    }

    /** Returns the expression that finds the column's values. */
    static String find(String column) {
        return "CASE WHEN lower(trim(%1$s)) IN (%2$s) THEN NULL ELSE nullif(trim(%1$s), '') END AS %3$s"
                .formatted(Sql.name(column), Sql.join(MISSING, Sql::text), foundName(column));
    }

    String typed() {
        return "%s AS %s".formatted(cast(found()), typedName());
    }

    /** Returns the expression of everything that is against the row's value; NULL if nothing is. */
    String reason(boolean isKey) {
        var reasons = new ArrayList<String>();
        if (isKey) {
            reasons.add(when("%s IS NULL".formatted(found()), Sql.text(name + " is missing, which tells rows apart")));
        } else if (check.required()) {
            reasons.add(when("%s IS NULL".formatted(found()), Sql.text(name + " is missing")));
        }
        reasons.add(when(
                "%s IS NOT NULL AND %s IS NULL".formatted(found(), typedName()),
                "%s || left(%s, 60) || %s"
                        .formatted(Sql.text(name + " '"), found(), Sql.text("' is no " + type.label()))));
        addLimit(reasons, "<", check.min(), "below");
        addLimit(reasons, ">", check.max(), "above");
        return String.join(", ", reasons);
    }

    private void addLimit(List<String> reasons, String comparison, @Nullable Double limit, String word) {
        if (limit != null && type.isNumber()) {
            reasons.add(when(
                    "%s %s CAST(%s AS DOUBLE)".formatted(typedName(), comparison, limit),
                    "%s || %s || %s".formatted(Sql.text(name + " "), found(), Sql.text(" is " + word + " " + limit))));
        }
    }

    private String found() {
        return type == ColumnType.STRING ? "nullif(trim(%s), '')".formatted(Sql.name(name)) : foundName(name);
    }

    private String cast(String value) {
        return switch (type) {
            case INTEGER -> matching(value, INTEGER, "TRY_CAST(regexp_replace(%s, '[.]0+$', '') AS BIGINT)");
            case DOUBLE ->
                "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(matching(value, DOUBLE, "TRY_CAST(%s AS DOUBLE)"));
            case DATE -> matching(value, DATE, "TRY_CAST(left(%s, 10) AS DATE)");
            case BOOLEAN ->
                "CASE WHEN lower(%1$s) IN ('true', 't', 'yes', 'y', '1') THEN true WHEN lower(%1$s) IN ('false', 'f', 'no', 'n', '0') THEN false END"
                        .formatted(value);
            case STRING -> value;
        };
    }

    private static String matching(String value, String pattern, String cast) {
        return "CASE WHEN regexp_full_match(%s, %s) THEN %s END"
                .formatted(value, Sql.text(pattern), cast.formatted(value));
    }

    private static String when(String condition, String reason) {
        return "CASE WHEN %s THEN %s END".formatted(condition, reason);
    }
}
