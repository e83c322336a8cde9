package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnType;
import io.aifactory.lake.engine.SilverRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives columns without a type in the rules the type that nearly all of their values read as. Numbers with leading zeros
 * are no numbers but codes. A key is never a number with a fraction, which would not tell rows apart safely.
 */
final class TypeInference {

    private static final List<String> PATTERNS = List.of(
            "[+-]?(0|[1-9][0-9]{0,17})",
            "[+-]?((0|[1-9][0-9]*)([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00([.]0+)?)?",
            "(?i:true|false)");

    private final DuckDb database;
    private final SilverRules rules;

    TypeInference(DuckDb database, SilverRules rules) {
        this.database = database;
        this.rules = rules;
    }

    private record Counts(long values, long integers, long doubles, long dates, long booleans) {}

    /** Returns the columns of the table that has {@linkplain SilverColumn#find found} their values. */
    List<SilverColumn> columns(String found, List<String> names) {
        List<Counts> counts = database.queryOne(
                "SELECT %s FROM %s".formatted(Sql.join(names, TypeInference::counting), found),
                result -> counts(result, names.size()));
        var columns = new ArrayList<SilverColumn>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(column(names.get(i), counts.get(i)));
        }
        return columns;
    }

    private SilverColumn column(String name, Counts counts) {
        ColumnCheck check = rules.checkOf(name);
        ColumnType type = check.type() == null ? infer(counts) : check.type();
        boolean unsafeKey = name.equals(rules.key()) && type == ColumnType.DOUBLE;
        return new SilverColumn(name, unsafeKey ? ColumnType.STRING : type, check);
    }

    private ColumnType infer(Counts counts) {
        if (counts.values == 0) {
            return ColumnType.STRING;
        }
        if (agree(counts.doubles, counts)) {
            return counts.integers == counts.doubles ? ColumnType.INTEGER : ColumnType.DOUBLE;
        }
        if (agree(counts.dates, counts)) {
            return ColumnType.DATE;
        }
        return agree(counts.booleans, counts) ? ColumnType.BOOLEAN : ColumnType.STRING;
    }

    private boolean agree(long matching, Counts counts) {
        return matching >= counts.values * rules.typeAgreement();
    }

    private static String counting(String name) {
        String value = SilverColumn.foundName(name);
        return "count(%s), ".formatted(value)
                + Sql.join(PATTERNS, pattern -> "count(*) FILTER (regexp_full_match(%s, %s))"
                        .formatted(value, Sql.text(pattern)));
    }

    private static List<Counts> counts(ResultSet result, int columns) throws SQLException {
        var counts = new ArrayList<Counts>();
        for (int i = 0; i < columns; i++) {
            int first = 1 + i * (1 + PATTERNS.size());
            counts.add(new Counts(
                    result.getLong(first),
                    result.getLong(first + 1),
                    result.getLong(first + 2),
                    result.getLong(first + 3),
                    result.getLong(first + 4)));
        }
        return counts;
    }
}
