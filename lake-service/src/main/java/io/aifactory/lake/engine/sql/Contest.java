package io.aifactory.lake.engine.sql;

import io.aifactory.contracts.events.ValueRule;
import java.nio.file.Path;
import java.util.List;

/**
 * Decides between rows that have the same key, or the same value where a rule wants it once. Of one file, the first row stays and
 * the others are bad; of several files, the newest one's row stays and the others are forgotten. Makes the table {@code losers}:
 * the number {@code _n} of each row that does not stay, and what is {@code _against} it, which is nothing if it is only older.
 */
final class Contest {

    private final Session session;
    private final String key;
    private final List<SilverColumn> columns;

    Contest(Session session, String key, List<SilverColumn> columns) {
        this.session = session;
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
        session.define("losers", "SELECT CAST(0 AS BIGINT) AS _n, '' AS _against WHERE false");
    }

    /** Decides, and writes the rows that stay. */
    void hold(Path aside, Path silver) {
        String draft = session.putAside(
                "SELECT %s, _file_number, _row, _n FROM checked WHERE _reason IS NULL"
                        .formatted(SilverColumn.selected(columns)),
                aside);
        session.define("losers", "SELECT * FROM " + losers(draft));
        session.write(
                "SELECT %s FROM %s ANTI JOIN losers USING (_n) ORDER BY _file_number, _row, _n"
                        .formatted(
                                Sql.names(
                                        columns.stream().map(SilverColumn::name).toList()),
                                draft),
                silver);
    }

    /** Returns the relation of all losers: first by the key, then, of those that are left, by each value that has to be there once. */
    private String losers(String draft) {
        String losers = "losers_by_key";
        session.keep(losers, losersByKey(draft));
        for (SilverColumn column : columns.stream().filter(Contest::isUnique).toList()) {
            String more = losers + "_" + column.name();
            session.keep(more, "SELECT * FROM %s UNION ALL %s".formatted(losers, losersByValue(column, draft, losers)));
            losers = more;
        }
        return losers;
    }

    private String losersByKey(String draft) {
        String values = Sql.join(columns, column -> "coalesce(%s, chr(30))".formatted(text(Sql.name(column.name()))));
        return """
                SELECT _n, CASE
                    WHEN _place > 1 AND _values = _first_values THEN concat('it repeats row ', _first_row)
                    WHEN _place > 1 THEN concat(%1$s, %2$s, ' is already in row ', _first_row) END AS _against
                FROM (SELECT *,
                    row_number() OVER same_file AS _place,
                    first_value(_row) OVER same_file AS _first_row,
                    first_value(_values) OVER same_file AS _first_values,
                    max(_file_number) OVER (PARTITION BY %3$s) AS _newest
                    FROM (SELECT %3$s, _n, _row, _file_number, md5(concat_ws(chr(31), %4$s)) AS _values FROM %5$s
                        SEMI JOIN (SELECT %3$s FROM %5$s GROUP BY %3$s HAVING count(*) > 1) USING (%3$s))
                    WINDOW same_file AS (PARTITION BY %3$s, _file_number ORDER BY _row, _n))
                WHERE _place > 1 OR _file_number < _newest""".formatted(session.dialect().quoted(key + " "), text(Sql.name(key)), Sql.name(key), values, draft);
    }

    private String losersByValue(SilverColumn column, String draft, String losers) {
        String name = Sql.name(column.name());
        return """
                SELECT _n, concat(%1$s, left(%2$s, 60), ''' is already in row ', _first_row) AS _against
                FROM (SELECT %3$s, _n,
                    row_number() OVER same_value AS _place, first_value(_row) OVER same_value AS _first_row
                    FROM %4$s ANTI JOIN %5$s USING (_n) WHERE %3$s IS NOT NULL
                    WINDOW same_value AS (PARTITION BY %3$s ORDER BY _file_number, _row, _n))
                WHERE _place > 1""".formatted(session.dialect().quoted(column.name() + " '"), text(name), name, draft, losers);
    }

    private String text(String value) {
        return session.dialect().text(value);
    }
}
