package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.reading.Limits;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the values of a column of a Parquet file become text, and what may be wrong with them.
 *
 * @param name what it is called in the lake
 * @param column the column as the engine reads it
 */
record ParquetColumn(String name, Column column) {

    private static final Pattern NESTED = Pattern.compile(".*]|(STRUCT|MAP|UNION)\\(.*");

    /** Of these, no value is long. */
    private static final Pattern SHORT = Pattern.compile(
            "U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\\([^\\[]*|BOOLEAN|DATE|TIME[^\\[]*|UUID|INTERVAL");

    private static final String NUL = "chr(0)";
    private static final String REPLACEMENT = "chr(65533)";

    /** Returns the value as text, of one that is too long its beginning. */
    String text() {
        return isShort()
                ? whole()
                : "CASE WHEN %s THEN left(%s, %d) ELSE %2$s END".formatted(isTooLong(), whole(), Limits.KEPT_OF_LINE);
    }

    /** Returns what may be wrong with a value, each NULL where it is not. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (!isShort()) {
            problems.add(problem(isTooLong(), "is longer than %d bytes".formatted(Limits.LONGEST_LINE)));
        }
        if (column.isText()) {
            problems.add(problem("contains(%s, %s)".formatted(value(), NUL), "has a NUL character"));
        }
        return problems;
    }

    private String problem(String condition, String what) {
        return "CASE WHEN %s THEN %s END".formatted(condition, Sql.text("its value '%s' %s".formatted(name, what)));
    }

    private boolean isShort() {
        return SHORT.matcher(column.type()).matches();
    }

    private String isTooLong() {
        return "strlen(%s) > %d".formatted(whole(), Limits.LONGEST_LINE);
    }

    private String whole() {
        if (column.isText()) {
            return "replace(%s, %s, %s)".formatted(value(), NUL, REPLACEMENT);
        }
        if (column.type().equals("TIMESTAMP WITH TIME ZONE")) {
            return "CAST(%s AT TIME ZONE 'UTC' AS VARCHAR) || '+00'".formatted(value());
        }
        boolean nested = NESTED.matcher(column.type()).matches();
        return "CAST(%s AS VARCHAR)".formatted(nested ? "to_json(%s)".formatted(value()) : value());
    }

    private String value() {
        return Sql.name(column.name());
    }
}
