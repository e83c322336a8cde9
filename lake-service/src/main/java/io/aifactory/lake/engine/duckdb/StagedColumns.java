package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The columns of staged rows, all of them text.
 *
 * @param names their names in order, without those of provenance
 * @param staged where the rows are
 */
record StagedColumns(DuckDb database, List<String> names, Path staged) {

    /** What is wrong with rows that nothing is wrong with. */
    static final String NO_PROBLEM = "CAST(NULL AS VARCHAR)";

    private static final int AT_A_TIME = 16;

    /** Returns the columns whose values make a condition true, which is an aggregate. */
    List<String> where(UnaryOperator<String> condition) {
        var found = new ArrayList<String>();
        for (int first = 0; first < names.size(); first += AT_A_TIME) {
            List<String> some = names.subList(first, Math.min(names.size(), first + AT_A_TIME));
            String query = "SELECT %s FROM %s"
                    .formatted(Sql.join(some, column -> condition.apply(Sql.name(column))), Parquet.of(staged));
            found.addAll(database.queryOne(query, row -> those(some, row)));
        }
        return found;
    }

    private static List<String> those(List<String> columns, ResultSet row) throws SQLException {
        var found = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (row.getBoolean(i + 1)) {
                found.add(columns.get(i));
            }
        }
        return found;
    }

    /**
     * Returns the query that changes values and says what is against rows.
     *
     * @param value the new value of a column
     * @param problem what is wrong with a row that nothing was wrong with so far
     */
    String rewritten(UnaryOperator<String> value, String problem) {
        return "SELECT %s, _file, _file_number, _row, coalesce(_error, %s) AS _error, _line FROM %s"
                .formatted(
                        Sql.join(names, column -> "%s AS %s".formatted(value.apply(column), Sql.name(column))),
                        problem,
                        Parquet.of(staged));
    }
}
