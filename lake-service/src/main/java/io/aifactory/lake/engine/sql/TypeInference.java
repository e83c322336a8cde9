package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnType;
import io.aifactory.lake.engine.SilverRules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Gives columns of text without a type in the rules the type that nearly all of their values read as. Numbers with leading zeros
 * are no numbers but codes. A key is never a number with a fraction, which would not tell rows apart safely. Of a long table it
 * looks at {@value #ROWS_TO_LOOK_AT} rows or a few more, evenly spread.
 */
final class TypeInference {

    private static final long ROWS_TO_LOOK_AT = 100_000;
    private static final List<String> PATTERNS = List.of(
            "[+-]?(0|[1-9][0-9]{0,17})",
            "[+-]?((0|[1-9][0-9]*)([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00([.]0+)?)?",
            "[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]");

    private final Session session;
    private final SilverRules rules;
    private final SourceRows source;

    TypeInference(Session session, SilverRules rules, SourceRows source) {
        this.session = session;
        this.rules = rules;
        this.source = source;
    }

    private record Counts(long values, long integers, long doubles, long dates, long booleans) {}

    /** Returns the given columns of the source as silver has them. */
    List<SilverColumn> columns(List<Column> columns) {
        List<Column> untyped = columns.stream().filter(this::isUntyped).toList();
        Iterator<Counts> counts = counts(untyped).iterator();
        return columns.stream()
                .map(column -> isUntyped(column) ? inferred(column, counts.next()) : given(column))
                .toList();
    }

    private boolean isUntyped(Column column) {
        return source.asText() && rules.checkOf(column.name()).type() == null;
    }

    private SilverColumn inferred(Column column, Counts counts) {
        return silver(column, infer(counts), false);
    }

    private SilverColumn given(Column column) {
        ColumnType own = ColumnType.ofSqlType(column.type()).orElse(ColumnType.STRING);
        ColumnType ruled = rules.checkOf(column.name()).type();
        return source.asText() || (ruled != null && ruled != own)
                ? silver(column, ruled == null ? own : ruled, false)
                : silver(column, own, true);
    }

    private SilverColumn silver(Column column, ColumnType type, boolean isTyped) {
        ColumnCheck check = rules.checkOf(column.name());
        boolean unsafeKey = column.name().equals(rules.key()) && type == ColumnType.DOUBLE;
        return new SilverColumn(
                column.name(), unsafeKey ? ColumnType.STRING : type, check, isTyped && !unsafeKey, column.isText());
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

    private List<Counts> counts(List<Column> columns) {
        if (columns.isEmpty()) {
            return List.of();
        }
        String values = Sql.join(
                columns, column -> SilverColumn.said(session.dialect(), trimmed(column)) + " AS " + said(column));
        return session.row(
                "SELECT %s FROM (SELECT %s FROM source%s)"
                        .formatted(Sql.join(columns, this::counting), values, someRows()),
                result -> counts(result, columns.size()));
    }

    /** A prime step, so that data with a rhythm is not looked at in step with it. */
    private String someRows() {
        long step = source.rows() / ROWS_TO_LOOK_AT;
        return step < 2
                ? ""
                : " WHERE _n %% %d = 0"
                        .formatted(BigInteger.valueOf(step).nextProbablePrime().longValueExact());
    }

    private String counting(Column column) {
        String value = said(column);
        return "count(%s), ".formatted(value)
                + Sql.join(PATTERNS, pattern -> "count(*) FILTER (WHERE %s)"
                        .formatted(session.dialect().matches(value, pattern)));
    }

    private String trimmed(Column column) {
        return session.dialect().trimmed(Sql.name(column.name()));
    }

    private static String said(Column column) {
        return Sql.name("_said_" + column.name());
    }

    private static List<Counts> counts(Row result, int columns) {
        var counts = new ArrayList<Counts>();
        for (int i = 0; i < columns; i++) {
            int first = 1 + i * (1 + PATTERNS.size());
            counts.add(new Counts(
                    result.number(first),
                    result.number(first + 1),
                    result.number(first + 2),
                    result.number(first + 3),
                    result.number(first + 4)));
        }
        return counts;
    }
}
