package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.reading.Decimals;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns decimal commas into points. Where it was not said that numbers have them, a column has if all its values are numbers,
 * none has a point, and one of them can be nothing else: {@code 1,234} may be a thousand. What may be two numbers is not guessed.
 */
final class DecimalCommas {

    private static final String COMMA_NUMBER = "[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?";
    private static final String WHOLE_NUMBER = "[+-]?[0-9]+([eE][+-]?[0-9]+)?";
    private static final String MAYBE_THOUSANDS = "[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+";
    private static final String POINTED_THOUSANDS = "[+-]?[1-9][0-9]{0,2}([.][0-9]{3})+(,[0-9]+)?";
    private static final String COMMA_THOUSANDS = "[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+[.][0-9]+";
    private static final String NO_VALUE = "'', 'na', 'n/a', 'nan', 'null', 'none'";
    private static final int COLUMNS_AT_A_TIME = 16;

    private final DuckDb database;
    private final List<String> columns;
    private final Decimals decimals;

    DecimalCommas(DuckDb database, List<String> columns, Decimals decimals) {
        this.database = database;
        this.columns = columns;
        this.decimals = decimals;
    }

    private record Counts(String column, long values, long commas, long whole, long doubtful, long thousands) {

        static Counts read(String column, ResultSet row, int first) throws SQLException {
            return new Counts(
                    column,
                    row.getLong(first),
                    row.getLong(first + 1),
                    row.getLong(first + 2),
                    row.getLong(first + 3),
                    row.getLong(first + 4));
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
    Optional<String> query(Path staged) {
        if (decimals == Decimals.POINT) {
            return Optional.empty();
        }
        return decimals == Decimals.COMMA ? declared(staged) : found(staged);
    }

    private Optional<String> declared(Path staged) {
        List<String> some = matching(staged, columns, "%1$s LIKE '%%,%%' OR %1$s LIKE '%%.%%'");
        return some.isEmpty() ? Optional.empty() : Optional.of(rewritten(staged, some, doubts(some)));
    }

    private Optional<String> found(Path staged) {
        List<String> some = new ArrayList<>();
        for (String column : matching(staged, columns, "%1$s LIKE '%%,%%'")) {
            Counts counts = count(staged, column);
            if (counts.isUncertain()) {
                throw new UnreadableFile(
                        "column %s has numbers such as '%s', which may have a decimal comma or separators of thousands; write numbers without separators of thousands, and say in form.decimal of the dataset what stands before fractions"
                                .formatted(column, example(staged, column)));
            }
            if (counts.isDecimal()) {
                some.add(column);
            }
        }
        return some.isEmpty() ? Optional.empty() : Optional.of(rewritten(staged, some, "CAST(NULL AS VARCHAR)"));
    }

    /** Returns the columns in which a value holds a condition, some at a time. */
    private List<String> matching(Path staged, List<String> candidates, String condition) {
        var matching = new ArrayList<String>();
        for (int first = 0; first < candidates.size(); first += COLUMNS_AT_A_TIME) {
            List<String> some = candidates.subList(first, Math.min(candidates.size(), first + COLUMNS_AT_A_TIME));
            String query = "SELECT %s FROM %s"
                    .formatted(
                            Sql.join(some, column -> "count_if(%s)".formatted(condition.formatted(Sql.name(column)))),
                            Parquet.of(staged));
            matching.addAll(database.queryOne(query, row -> withSome(some, row)));
        }
        return matching;
    }

    private static List<String> withSome(List<String> columns, ResultSet row) throws SQLException {
        var found = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (row.getLong(i + 1) > 0) {
                found.add(columns.get(i));
            }
        }
        return found;
    }

    private Counts count(Path staged, String column) {
        String query = "SELECT count(*), %s FROM (SELECT trim(%s) AS value FROM %s) WHERE lower(value) NOT IN (%s)"
                .formatted(
                        Sql.join(
                                List.of(
                                        COMMA_NUMBER,
                                        WHOLE_NUMBER,
                                        MAYBE_THOUSANDS,
                                        POINTED_THOUSANDS + "|" + COMMA_THOUSANDS),
                                pattern -> "count_if(%s)".formatted(matches("value", pattern))),
                        Sql.name(column),
                        Parquet.of(staged),
                        NO_VALUE);
        return database.queryOne(query, row -> Counts.read(column, row, 1));
    }

    private String example(Path staged, String column) {
        String query = "SELECT %1$s FROM %2$s WHERE %3$s LIMIT 1"
                .formatted(
                        Sql.name(column),
                        Parquet.of(staged),
                        matches(
                                "trim(%s)".formatted(Sql.name(column)),
                                String.join("|", MAYBE_THOUSANDS, POINTED_THOUSANDS, COMMA_THOUSANDS)));
        return database.queryOne(query, row -> row.getString(1));
    }

    /** What is against a row that has a number which may have separators of thousands, though it is decimal commas that were said. */
    private static String doubts(List<String> some) {
        return "nullif(concat_ws('; ', %s), '')"
                .formatted(
                        Sql.join(
                                some,
                                column -> "CASE WHEN %s THEN %s || trim(%s) || %s END"
                                        .formatted(
                                                matches("trim(%s)".formatted(Sql.name(column)), POINTED_THOUSANDS),
                                                Sql.text(column + " '"),
                                                Sql.name(column),
                                                Sql.text(
                                                        "' has points where numbers have a decimal comma; write it without separators of thousands"))));
    }

    private String rewritten(Path staged, List<String> some, String doubts) {
        return "SELECT %s, _file, _file_number, _row, coalesce(_error, %s) AS _error, _line FROM %s"
                .formatted(
                        Sql.join(columns, column -> some.contains(column) ? pointed(column) : Sql.name(column)),
                        doubts,
                        Parquet.of(staged));
    }

    private static String pointed(String column) {
        return "CASE WHEN %s THEN replace(%s, ',', '.') ELSE %2$s END AS %2$s"
                .formatted(matches("trim(%s)".formatted(Sql.name(column)), COMMA_NUMBER), Sql.name(column));
    }

    private static String matches(String value, String pattern) {
        return "regexp_full_match(%s, %s)".formatted(value, Sql.text(pattern));
    }
}
