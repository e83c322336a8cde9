package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SilverRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Types and checks the values of the source's rows. Makes the view {@code checked}: every row as it came, with its typed values
 * and the {@code _reason} against it. A wide table is checked some columns at a time, each part put aside in a file: the engine
 * holds a buffer for each piece of an expression, which together would not fit into its memory.
 */
final class RowChecks {

    private static final int COLUMNS_AT_A_TIME = 16;

    private final DuckDb database;
    private final SilverRules rules;
    private final Map<String, Path> others;
    private final ScratchFiles scratch;

    RowChecks(DuckDb database, SilverRules rules, Map<String, Path> others, ScratchFiles scratch) {
        this.database = database;
        this.rules = rules;
        this.others = others;
        this.scratch = scratch;
    }

    List<SilverColumn> check(SourceRows source) {
        var inference = new TypeInference(database, rules, source);
        List<List<Column>> groups = groups(source.columns());
        return groups.size() == 1
                ? checkAtOnce(inference.columns(groups.get(0)))
                : checkInParts(groups.stream().map(inference::columns).toList());
    }

    private static List<List<Column>> groups(List<Column> columns) {
        var groups = new ArrayList<List<Column>>();
        for (int first = 0; first < columns.size(); first += COLUMNS_AT_A_TIME) {
            groups.add(columns.subList(first, Math.min(columns.size(), first + COLUMNS_AT_A_TIME)));
        }
        return groups;
    }

    private List<SilverColumn> checkAtOnce(List<SilverColumn> columns) {
        database.execute("CREATE VIEW checked AS SELECT *, coalesce(_error, %s) AS _reason FROM (%s)"
                .formatted(reasons(columns), typed(columns, "*")));
        return columns;
    }

    private List<SilverColumn> checkInParts(List<List<SilverColumn>> groups) {
        var all = new ArrayList<SilverColumn>();
        var from = new ArrayList<>(List.of("source"));
        var reasons = new ArrayList<String>();
        for (List<SilverColumn> group : groups) {
            String reason = "_reasons_" + reasons.size();
            Path part = scratch.newFile("checked");
            database.execute(Sql.copyToParquet(
                    "SELECT %s, %s AS %s FROM (%s)"
                            .formatted(
                                    Sql.join(group, SilverColumn::typedName),
                                    reasons(group),
                                    reason,
                                    typed(group, "*")),
                    part));
            all.addAll(group);
            from.add(Sql.parquet(part));
            reasons.add(reason);
        }
        database.execute("""
                CREATE VIEW checked AS SELECT * EXCLUDE (%1$s), coalesce(_error, nullif(concat_ws('; ', %1$s), '')) AS _reason
                FROM %2$s""".formatted(String.join(", ", reasons), String.join(" POSITIONAL JOIN ", from)));
        return all;
    }

    private static String typed(List<SilverColumn> columns, String others) {
        return "SELECT %s, %s FROM (SELECT *, %s FROM source)"
                .formatted(others, Sql.join(columns, SilverColumn::typed), Sql.join(columns, SilverColumn::find));
    }

    private String reasons(List<SilverColumn> columns) {
        return "nullif(concat_ws('; ', %s), '')"
                .formatted(
                        Sql.join(columns, column -> column.reason(column.name().equals(rules.key()), others)));
    }
}
