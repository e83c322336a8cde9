package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Sql;

/** Patterns of numbers as people write them. */
final class Numerals {

    /** A number without a fraction and without separators. */
    static final String WHOLE = "[+-]?[0-9]+([eE][+-]?[0-9]+)?";

    private static final String THOUSANDS = "[+-]?[1-9][0-9]{0,2}([%s][0-9]{3})+";

    private Numerals() {}

    /** Returns the pattern of a number that has a fraction. */
    static String fraction(char mark) {
        return "[+-]?[0-9]*[%s][0-9]+([eE][+-]?[0-9]+)?".formatted(mark);
    }

    /** Returns the pattern of a number that has separators of thousands, and no fraction. */
    static String wholeThousands(char separator) {
        return THOUSANDS.formatted(separator);
    }

    /** Returns the pattern of a number that has separators of thousands, and may have a fraction. */
    static String thousands(char separator, char mark) {
        return "%s([%s][0-9]+)?".formatted(wholeThousands(separator), mark);
    }

    /** Returns the condition that a value, apart from space around it, is written in one of some ways. */
    static String isWritten(String value, String... patterns) {
        return "regexp_full_match(trim(%s), %s)".formatted(value, Sql.text(String.join("|", patterns)));
    }
}
