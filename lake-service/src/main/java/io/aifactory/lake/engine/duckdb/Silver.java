package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Types and checks the rows of a bronze table, then keeps one row per key. */
final class Silver {

    private static final String BAD = "judged WHERE _reason IS NOT NULL";

    private final DuckDb database;
    private final SilverRules rules;

    Silver(DuckDb database, SilverRules rules) {
        this.database = database;
        this.rules = rules;
    }

    SilverOutcome refine(Path bronze, Path silver, Path bad) {
        List<String> names = Profiling.columnNames(database, bronze).stream()
                .filter(name -> !StagedFile.PROVENANCE.contains(name))
                .toList();
        List<SilverColumn> columns = new RowChecks(database, rules).check(bronze, names);
        database.execute("CREATE TABLE judged AS " + judgedRows(columns));
        database.execute(Sql.copyToParquet(silverRows(columns), silver));
        database.execute(
                "COPY (%s) TO %s (FORMAT csv, HEADER true)".formatted(badRows(names), Sql.text(bad.toString())));
        return outcome(Profiling.of(database, silver), names);
    }

    /** Where no row is bad, the fingerprint is that of silver. */
    private SilverOutcome outcome(TableProfile silver, List<String> names) {
        List<String> columns = badColumns(names);
        Fingerprint bad = Fingerprint.of(database, columns, BAD);
        String fingerprint = silver.fingerprint() + (bad.rows() == 0 ? "" : "/" + bad.hex(columns));
        return new SilverOutcome(silver, bad.rows(), fingerprint);
    }

    private static List<String> badColumns(List<String> names) {
        var columns = new ArrayList<>(List.of("_file", "_row", "_reason"));
        columns.addAll(names);
        columns.add("_line");
        return columns;
    }

    /** Of the rows that hold, those whose key their file had before get the reason too. */
    private String judgedRows(List<SilverColumn> columns) {
        String key = SilverColumn.typedName(rules.key());
        String values =
                Sql.join(columns, column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(column.typedName()));
        String keyText = Sql.text(rules.key() + " ") + " || CAST(%s AS VARCHAR)".formatted(key);
        return """
                SELECT * EXCLUDE (_reason, _values, _first_row, _first_values, _place), CASE
                    WHEN _reason IS NOT NULL THEN _reason
                    WHEN _place > 1 AND _values = _first_values THEN 'it repeats row ' || _first_row
                    WHEN _place > 1 THEN %1$s || ' is already in row ' || _first_row
                    END AS _reason
                FROM (SELECT *,
                    row_number() OVER same_key AS _place,
                    first_value(_row) OVER same_key AS _first_row,
                    first_value(_values) OVER same_key AS _first_values
                    FROM (SELECT *, concat_ws(chr(31), %2$s) AS _values FROM checked)
                    WINDOW same_key AS (PARTITION BY _file_number, _reason IS NULL, %3$s ORDER BY _row))""".formatted(keyText, values, key);
    }

    /** Of several files that have a key, the newest one's row. */
    private String silverRows(List<SilverColumn> columns) {
        return """
                SELECT %s FROM (SELECT *, row_number() OVER (PARTITION BY %s ORDER BY _file_number DESC) AS _age
                    FROM judged WHERE _reason IS NULL)
                WHERE _age = 1 ORDER BY _file_number, _row""".formatted(
                        Sql.join(columns, column -> column.typedName() + " AS " + Sql.name(column.name())),
                        SilverColumn.typedName(rules.key()));
    }

    private static String badRows(List<String> names) {
        return "SELECT %s FROM %s ORDER BY _file_number, _row".formatted(Sql.names(badColumns(names)), BAD);
    }
}
