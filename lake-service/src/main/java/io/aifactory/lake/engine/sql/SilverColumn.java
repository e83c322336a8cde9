package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnType;
import java.util.List;

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

    private static final String INTEGER = "[+-]?[0-9]{1,18}";
    private static final String WITH_POINT = INTEGER + "[.]0+";
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

    /** Returns the name of the column's values before they get their type: text without spaces around it, if they are not typed. */
    String valueName() {
        return Sql.name("_value_" + name);
    }

    /** Returns the expression for what text says, which is nothing if it is empty or a word for that. */
    static String said(Dialect dialect, String text) {
        return "CASE WHEN %s THEN NULL ELSE %s END".formatted(saysNothing(dialect, text), text);
    }

    private static String saysNothing(Dialect dialect, String text) {
        return "lower(%s) IN ('', %s)".formatted(text, Sql.join(MISSING, dialect::quoted));
    }

    /** Returns the expression for the column's values. */
    String value(Dialect dialect) {
        return "%s AS %s".formatted(untyped(dialect), valueName());
    }

    private String untyped(Dialect dialect) {
        String own = Sql.name(name);
        return isTyped ? own : dialect.trimmed(isText ? own : dialect.text(own));
    }

    /** Returns the condition for the column's text to say that there is no value. */
    String saysNothing(Dialect dialect) {
        return saysNothing(dialect, "coalesce(%s, '')".formatted(valueName()));
    }

    /** Returns whether its type is read in text, so that there may be values that do not have it. */
    boolean isRead() {
        return !isTyped && type != ColumnType.STRING;
    }

    /** Not a number is greater than any. */
    private static String finite(String number) {
        return "CASE WHEN abs(%1$s) < CAST('Infinity' AS DOUBLE) THEN %1$s END".formatted(number);
    }

    /** Returns the expression for the values as they are typed. */
    String typed(Dialect dialect) {
        return "%s AS %s".formatted(isTyped ? kept() : cast(dialect, valueName()), typedName());
    }

    private String kept() {
        return type == ColumnType.DOUBLE ? finite(valueName()) : valueName();
    }

    private String cast(Dialect dialect, String value) {
        return switch (type) {
            case INTEGER ->
                "CASE %s %s END"
                        .formatted(
                                matching(dialect, value, INTEGER, "TRY_CAST(%s AS BIGINT)"),
                                matching(
                                        dialect,
                                        value,
                                        WITH_POINT,
                                        "TRY_CAST(regexp_replace(%s, '[.]0+$', '') AS BIGINT)"));
            case DOUBLE -> finite("CASE %s END".formatted(matching(dialect, value, DOUBLE, "TRY_CAST(%s AS DOUBLE)")));
            case DATE -> "CASE %s END".formatted(matching(dialect, value, DATE, "TRY_CAST(left(%s, 10) AS DATE)"));
            case BOOLEAN ->
                "CASE WHEN lower(%1$s) IN ('true', 't', 'yes', 'y', '1') THEN true WHEN lower(%1$s) IN ('false', 'f', 'no', 'n', '0') THEN false END"
                        .formatted(value);
            case STRING -> "nullif(%s, '')".formatted(value);
        };
    }

    private static String matching(Dialect dialect, String value, String pattern, String cast) {
        return "WHEN %s THEN %s".formatted(dialect.matches(value, pattern), cast.formatted(value));
    }
}
