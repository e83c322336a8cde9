package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.TableRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Types and checks the rows of a bronze table, or those a query makes of it, then keeps one row per key. A table of one file is
 * written at once, in the hope that its key tells its rows apart; only if not, or if files compete, rows are compared.
 */
public final class SilverStep {

    private final Session session;
    private final SilverRules rules;
    private final Map<String, Path> others;

    /**
     * Takes what to hold the rows to.
     *
     * @param others the silver of other datasets, by name, that rules refer to
     */
    public SilverStep(Session session, SilverRules rules, Map<String, Path> others) {
        this.session = session;
        this.rules = rules;
        this.others = others;
    }

    /**
     * Makes silver.
     *
     * @param bronze the rows as they came
     * @param silver where to write those that hold, typed, in the order they came
     * @param bad where to write those that do not, as Parquet: {@code _file}, {@code _row}, {@code _reason}, the values as they
     *     came, {@code _line}
     * @throws TableRefused if the rules have a query that can't be run, a pattern that can't be read, or refer to what is not there
     */
    public void refine(Path bronze, Path silver, Path bad) {
        new RuleChecks(session, rules, others).check();
        try (var scratch = new ScratchFiles(silver)) {
            SourceRows source = source(bronze, scratch);
            List<SilverColumn> columns = new RowChecks(session, rules, others, scratch).check(source);
            requireKey(columns);
            var contest = new Contest(session, rules.key(), columns);
            if (source.files() > 1 || contest.isAboutValues() || !writeAtOnce(columns, silver)) {
                contest.hold(scratch.newFile("draft"), silver);
            } else {
                contest.callOff();
            }
            session.write(badRows(source, silver), bad);
        }
    }

    private SourceRows source(Path bronze, ScratchFiles scratch) {
        String sql = rules.sql();
        return sql == null
                ? SourceRows.ofBronze(session, bronze)
                : SourceRows.ofQuery(session, sql, bronze, scratch.newFile("result"));
    }

    private void requireKey(List<SilverColumn> columns) {
        if (columns.stream().noneMatch(column -> column.name().equals(rules.key()))) {
            throw new TableRefused("it has no column %s, which tells rows apart".formatted(rules.key()));
        }
    }

    /** Returns whether every key is in one row only. */
    private boolean writeAtOnce(List<SilverColumn> columns, Path silver) {
        session.write(
                "SELECT %s FROM checked WHERE _reason IS NULL%s"
                        .formatted(
                                SilverColumn.selected(columns),
                                session.dialect().keepsOrder() ? "" : " ORDER BY _n"),
                silver);
        return session.row(
                "SELECT count(*) = count(DISTINCT %s) FROM %s"
                        .formatted(Sql.name(rules.key()), session.dialect().parquet(silver)),
                row -> row.flag(1));
    }

    /** Who is not in silver, and was not replaced by a newer row either. All rows are looked at only if some are missing. */
    private String badRows(SourceRows source, Path silver) {
        long kept = session.row("SELECT count(*) FROM " + session.dialect().parquet(silver), row -> row.number(1));
        if (kept == source.rows()) {
            return "SELECT %s FROM source WHERE false".formatted(badColumns(source, "CAST(NULL AS STRING)"));
        }
        return """
                SELECT %s FROM checked LEFT JOIN losers USING (_n)
                WHERE coalesce(_reason, _against) IS NOT NULL ORDER BY _file_number, _row, _n""".formatted(badColumns(source, "coalesce(_reason, _against)"));
    }

    private static String badColumns(SourceRows source, String reason) {
        var columns = new ArrayList<>(List.of("_file", "_row", reason + " AS _reason"));
        source.names().forEach(name -> columns.add(Sql.name(name)));
        columns.add("_line");
        return String.join(", ", columns);
    }
}
