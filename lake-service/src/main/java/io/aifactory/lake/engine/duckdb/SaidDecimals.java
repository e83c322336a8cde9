package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads numbers whose decimal mark was said. The other mark separates thousands in those columns where it stands nowhere else;
 * in others it may be that mark after all, which is not guessed.
 */
final class SaidDecimals {

    private final StagedColumns columns;
    private final char mark;
    private final char separator;

    SaidDecimals(StagedColumns columns, char mark, char separator) {
        this.columns = columns;
        this.mark = mark;
        this.separator = separator;
    }

    /** Returns the query that makes staged rows have points before fractions and nothing else in numbers; empty if they have. */
    Optional<String> query() {
        Set<String> grouped = new HashSet<>(columns.where(this::isGrouped));
        if (mark == '.') {
            return grouped.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rewritten(grouped, grouped, StagedColumns.NO_PROBLEM));
        }
        Set<String> marked = new HashSet<>(columns.where(this::isMarked));
        return marked.isEmpty() ? Optional.empty() : Optional.of(rewritten(marked, grouped, doubts(marked, grouped)));
    }

    private String isMarked(String column) {
        return "bool_or(contains(%1$s, '%2$s') OR contains(%1$s, '%3$s'))".formatted(column, mark, separator);
    }

    private String isGrouped(String column) {
        return "bool_and(%s) FILTER (contains(%s, '%s'))"
                .formatted(Numerals.isWritten(column, Numerals.thousands(separator, mark)), column, separator);
    }

    private String rewritten(Set<String> changed, Set<String> grouped, String doubts) {
        return columns.rewritten(
                column -> changed.contains(column)
                        ? pointed(Sql.name(column), grouped.contains(column))
                        : Sql.name(column),
                doubts);
    }

    private String pointed(String column, boolean grouped) {
        String fraction = Numerals.fraction(mark);
        return "CASE WHEN %s THEN replace(replace(%2$s, '%3$s', ''), '%4$s', '.') ELSE %2$s END"
                .formatted(
                        grouped
                                ? Numerals.isWritten(column, fraction, Numerals.thousands(separator, mark))
                                : Numerals.isWritten(column, fraction),
                        column,
                        separator,
                        mark);
    }

    /** What is against a row with a number that may have separators of thousands, where others have them in other places. */
    private String doubts(Set<String> marked, Set<String> grouped) {
        List<String> doubtful = columns.names().stream()
                .filter(column -> marked.contains(column) && !grouped.contains(column))
                .toList();
        return doubtful.isEmpty()
                ? StagedColumns.NO_PROBLEM
                : "nullif(concat_ws('; ', %s), '')".formatted(Sql.join(doubtful, this::doubt));
    }

    private String doubt(String column) {
        return "CASE WHEN %s THEN %s || trim(%s) || %s END"
                .formatted(
                        Numerals.isWritten(Sql.name(column), Numerals.thousands(separator, mark)),
                        Sql.text(column + " '"),
                        Sql.name(column),
                        Sql.text(
                                "' has points, and so have other values of the column that are no separators of thousands; write it without them"));
    }
}
