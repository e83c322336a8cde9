package io.aifactory.lake.engine.duckdb;

import io.aifactory.contracts.events.ValueRule;
import java.nio.file.Path;
import java.util.List;

/**
 * Decides between rows that have the same key, or the same value where a rule wants it once. Of one file, the first row stays and
 * the others are bad; of several files, the newest one's row stays and the others are forgotten. Makes the table {@code losers}:
 * the number {@code _n} of each row that does not stay, and what is {@code _against} it, which is nothing if it is only older.
 */
final class Contest {

    private static final String LOSERS = "CREATE TABLE losers (_n BIGINT, _against VARCHAR)";

    private final DuckDb database;
    private final String key;
    private final List<SilverColumn> columns;

    Contest(DuckDb database, String key, List<SilverColumn> columns) {
        this.database = database;
        this.key = key;
        this.columns = columns;
    }

    /** Returns whether rules want some values only once. */
    boolean isAboutValues() {
        return columns.stream().anyMatch(Contest::isUnique);
    }

    private static boolean isUnique(SilverColumn column) {
        ValueRule values = column.check().values();
        return values != null && values.unique();
    }

    /** Says that there is nothing to decide. */
    void callOff() {
        database.execute(LOSERS);
    }

    /** Decides, and writes the rows that stay. */
    void hold(Path draft, Path silver) {
        database.execute(LOSERS);
        database.execute(Sql.copyToParquet(
                "SELECT %s, _file_number, _row, _n FROM checked WHERE _reason IS NULL"
                        .formatted(SilverColumn.selected(columns)),
                draft));
        database.execute("INSERT INTO losers " + losersByKey(draft));
        columns.stream()
                .filter(Contest::isUnique)
                .forEach(column -> database.execute("INSERT INTO losers " + losersByValue(column, draft)));
        database.execute(Sql.copyToParquet(
                "SELECT %s FROM %s ANTI JOIN losers USING (_n) ORDER BY _file_number, _row, _n"
                        .formatted(
                                Sql.names(
                                        columns.stream().map(SilverColumn::name).toList()),
                                Sql.parquet(draft)),
                silver));
    }

    private String losersByKey(Path draft) {
        String text = "CAST(%s AS VARCHAR)".formatted(Sql.name(key));
        String values = Sql.join(
                columns, column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(Sql.name(column.name())));
        return """
                SELECT _n, CASE
                    WHEN _place > 1 AND _values = _first_values THEN 'it repeats row ' || _first_row
                    WHEN _place > 1 THEN %1$s || %2$s || ' is already in row ' || _first_row END
                FROM (SELECT *,
                    row_number() OVER same_file AS _place,
                    first_value(_row) OVER same_file AS _first_row,
                    first_value(_values) OVER same_file AS _first_values,
                    max(_file_number) OVER (PARTITION BY %3$s) AS _newest
                    FROM (SELECT %3$s, _n, _row, _file_number, md5(concat_ws(chr(31), %4$s)) AS _values FROM %5$s
                        SEMI JOIN (SELECT %3$s FROM %5$s GROUP BY %3$s HAVING count(*) > 1) USING (%3$s))
                    WINDOW same_file AS (PARTITION BY %3$s, _file_number ORDER BY _row, _n))
                WHERE _place > 1 OR _file_number < _newest""".formatted(Sql.text(key + " "), text, Sql.name(key), values, Sql.parquet(draft));
    }

    private static String losersByValue(SilverColumn column, Path draft) {
        String name = Sql.name(column.name());
        return """
                SELECT _n, %1$s || left(CAST(%2$s AS VARCHAR), 60) || ''' is already in row ' || _first_row
                FROM (SELECT %2$s, _n,
                    row_number() OVER same_value AS _place, first_value(_row) OVER same_value AS _first_row
                    FROM %3$s ANTI JOIN losers USING (_n) WHERE %2$s IS NOT NULL
                    WINDOW same_value AS (PARTITION BY %2$s ORDER BY _file_number, _row, _n))
                WHERE _place > 1""".formatted(Sql.text(column.name() + " '"), name, Sql.parquet(draft));
    }
}
