package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.TableRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Types and checks the rows of a bronze table, or those a query makes of it, then keeps one row per key. A table of one file is
 * written at once, in the hope that its key tells its rows apart; only if not, or if files compete, rows are compared.
 */
final class Silver {

    private final DuckDb database;
    private final SilverRules rules;
    private final Map<String, Path> others;

    Silver(DuckDb database, SilverRules rules, Map<String, Path> others) {
        this.database = database;
        this.rules = rules;
        this.others = others;
    }

    SilverOutcome refine(Path bronze, Path silver, Path bad) {
        new RuleChecks(database, rules, others).check();
        try (var scratch = new ScratchFiles(silver)) {
            SourceRows source = source(bronze, scratch);
            List<SilverColumn> columns = new RowChecks(database, rules, others, scratch).check(source);
            requireKey(columns);
            var contest = new Contest(database, rules.key(), columns);
            if (source.files() > 1 || contest.isAboutValues() || !writeAtOnce(columns, silver)) {
                contest.hold(scratch.newFile("draft"), silver);
            } else {
                contest.callOff();
            }
            return outcome(source, silver, bad);
        }
    }

    private SourceRows source(Path bronze, ScratchFiles scratch) {
        String sql = rules.sql();
        return sql == null
                ? SourceRows.ofBronze(database, bronze)
                : SourceRows.ofQuery(database, sql, bronze, scratch.newFile("result"));
    }

    private void requireKey(List<SilverColumn> columns) {
        if (columns.stream().noneMatch(column -> column.name().equals(rules.key()))) {
            throw new TableRefused("it has no column %s, which tells rows apart".formatted(rules.key()));
        }
    }

    /** Returns whether every key is in one row only. */
    private boolean writeAtOnce(List<SilverColumn> columns, Path silver) {
        database.execute(Sql.copyToParquet(
                "SELECT %s FROM checked WHERE _reason IS NULL".formatted(SilverColumn.selected(columns)), silver));
        return database.queryOne(
                "SELECT count(*) = count(DISTINCT %s) FROM %s".formatted(Sql.name(rules.key()), Sql.parquet(silver)),
                row -> row.getBoolean(1));
    }

    /** Where no row is bad, the fingerprint is that of silver. */
    private SilverOutcome outcome(SourceRows source, Path silver, Path bad) {
        TableProfile profile = Profiling.of(database, silver);
        List<String> columns = badColumns(source.names());
        database.execute("CREATE TABLE bad AS " + badRows(source, profile));
        database.execute("COPY (SELECT %s FROM bad ORDER BY _file_number, _row, _n) TO %s (FORMAT csv, HEADER true)"
                .formatted(Sql.join(columns, Silver::harmless), Sql.text(bad.toString())));
        Fingerprint fingerprint = Fingerprint.of(database, columns, "bad");
        return new SilverOutcome(
                profile,
                fingerprint.rows(),
                profile.fingerprint() + (fingerprint.rows() == 0 ? "" : "/" + fingerprint.hex(columns)));
    }

    /** Who is not in silver, and was not replaced by a newer row either. All rows are looked at only if some are missing. */
    private String badRows(SourceRows source, TableProfile silver) {
        String values = source.columns().isEmpty() ? "" : Sql.names(source.names()) + ", ";
        if (silver.rows() == source.rows()) {
            return "SELECT _file, _row, %s_line, CAST(NULL AS VARCHAR) AS _reason, _file_number, _n FROM source LIMIT 0"
                    .formatted(values);
        }
        return """
                SELECT _file, _row, %1$s_line, coalesce(_reason, _against) AS _reason, _file_number, _n
                FROM checked LEFT JOIN losers USING (_n) WHERE coalesce(_reason, _against) IS NOT NULL""".formatted(values);
    }

    private static List<String> badColumns(List<String> names) {
        var columns = new ArrayList<>(List.of("_file", "_row", "_reason"));
        columns.addAll(names);
        columns.add("_line");
        return columns;
    }

    /** People open the file in spreadsheets, which would run what begins like a formula. A quote before it makes it text. */
    private static String harmless(String column) {
        String text = "CAST(%s AS VARCHAR)".formatted(Sql.name(column));
        return "CASE WHEN regexp_matches(%1$s, '^[=+@\\t\\r-]') AND TRY_CAST(%1$s AS DOUBLE) IS NULL THEN '''' || %1$s ELSE %1$s END AS %2$s"
                .formatted(text, Sql.name(column));
    }
}
