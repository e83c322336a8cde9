package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns decimal commas into points where it was not said that numbers have them: in a column whose values are all numbers, none
 * with a point, and one of which can be nothing else: {@code 1,234} may be a thousand. What may be two numbers is not guessed.
 */
final class FoundDecimals {

    private static final String FRACTION = Numerals.fraction(',');
    private static final String MAYBE_THOUSANDS = Numerals.wholeThousands(',');
    private static final String POINTED_THOUSANDS = Numerals.thousands('.', ',');
    private static final String COMMA_THOUSANDS = Numerals.wholeThousands(',') + "[.][0-9]+";
    private static final String NO_VALUE = "'', 'na', 'n/a', 'nan', 'null', 'none'";

    private final StagedColumns columns;

    FoundDecimals(StagedColumns columns) {
        this.columns = columns;
    }

    private record Counts(long values, long commas, long whole, long doubtful, long thousands) {

        static Counts read(ResultSet row) throws SQLException {
            return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }

        boolean isDecimal() {
            return commas > doubtful && commas + whole == values;
        }

        /** All are numbers, but of which size only those know who wrote them. */
        boolean isUncertain() {
            boolean onlyDoubtful = commas > 0 && commas == doubtful && commas + whole == values;
            return onlyDoubtful || (thousands > 0 && commas + whole + thousands == values);
        }
    }

    /**
     * Returns the query that makes staged rows have decimal points; empty if they have.
     *
     * @throws UnreadableFile if a column's numbers can't be told
     */
    Optional<String> query() {
        Set<String> decimal = new HashSet<>();
        for (String column : columns.where("bool_or(contains(%s, ','))"::formatted)) {
            Counts counts = count(column);
            if (counts.isUncertain()) {
                throw uncertain(column);
            }
            if (counts.isDecimal()) {
                decimal.add(column);
            }
        }
        return decimal.isEmpty()
                ? Optional.empty()
                : Optional.of(columns.rewritten(
                        column -> decimal.contains(column) ? pointed(Sql.name(column)) : Sql.name(column),
                        StagedColumns.NO_PROBLEM));
    }

    private Counts count(String column) {
        String query = "SELECT count(*), %s FROM (SELECT trim(%s) AS value FROM %s) WHERE lower(value) NOT IN (%s)"
                .formatted(
                        Sql.join(
                                List.of(
                                        FRACTION,
                                        Numerals.WHOLE,
                                        MAYBE_THOUSANDS,
                                        POINTED_THOUSANDS + "|" + COMMA_THOUSANDS),
                                pattern -> "count_if(%s)".formatted(Numerals.isWritten("value", pattern))),
                        Sql.name(column),
                        Parquet.of(columns.staged()),
                        NO_VALUE);
        return columns.database().queryOne(query, Counts::read);
    }

    private UnreadableFile uncertain(String column) {
        return new UnreadableFile(
                "column %s has numbers such as '%s', which may have a decimal comma or separators of thousands; say in form.decimal of the dataset what stands before fractions"
                        .formatted(column, example(column)));
    }

    private String example(String column) {
        String query = "SELECT %1$s FROM %2$s WHERE %3$s LIMIT 1"
                .formatted(
                        Sql.name(column),
                        Parquet.of(columns.staged()),
                        Numerals.isWritten(Sql.name(column), MAYBE_THOUSANDS, POINTED_THOUSANDS, COMMA_THOUSANDS));
        return columns.database().queryOne(query, row -> row.getString(1));
    }

    private static String pointed(String column) {
        return "CASE WHEN %s THEN replace(%2$s, ',', '.') ELSE %2$s END"
                .formatted(Numerals.isWritten(column, FRACTION), column);
    }
}
