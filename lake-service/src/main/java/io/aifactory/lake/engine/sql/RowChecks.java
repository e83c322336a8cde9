package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.SilverRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Types and checks the values of the source's rows. Makes the view {@code checked}: every row as it came, with its typed values
 * and the {@code _reason} against it. A wide table is checked some columns at a time, each part put aside, where the engine
 * holds a buffer for each piece of an expression, which together would not fit into its memory.
 */
final class RowChecks {

    private final Session session;
    private final SilverRules rules;
    private final Map<String, Path> others;
    private final ScratchFiles scratch;

    RowChecks(Session session, SilverRules rules, Map<String, Path> others, ScratchFiles scratch) {
        this.session = session;
        this.rules = rules;
        this.others = others;
        this.scratch = scratch;
    }

    List<SilverColumn> check(SourceRows source) {
        var inference = new TypeInference(session, rules, source);
        List<List<Column>> groups = groups(source.columns());
        return groups.size() == 1
                ? checkAtOnce(inference.columns(groups.get(0)))
                : checkInParts(groups.stream().map(inference::columns).toList());
    }

    private List<List<Column>> groups(List<Column> columns) {
        int most = session.dialect().mostColumnsAtOnce();
        var groups = new ArrayList<List<Column>>();
        for (int first = 0; first < columns.size(); first += most) {
            groups.add(columns.subList(first, Math.min(columns.size(), first + most)));
        }
        return groups;
    }

    private List<SilverColumn> checkAtOnce(List<SilverColumn> columns) {
        session.define(
                "checked",
                "SELECT *, coalesce(_error, %s) AS _reason FROM (%s)".formatted(reasons(columns), typed(columns)));
        return columns;
    }

    private List<SilverColumn> checkInParts(List<List<SilverColumn>> groups) {
        var all = new ArrayList<SilverColumn>();
        var from = new ArrayList<>(List.of("source"));
        var reasons = new ArrayList<String>();
        for (List<SilverColumn> group : groups) {
            String reason = "_reasons_" + reasons.size();
            from.add(session.putAside(
                    "SELECT %s, %s AS %s FROM (%s)"
                            .formatted(Sql.join(group, SilverColumn::typedName), reasons(group), reason, typed(group)),
                    scratch.newFile("checked")));
            all.addAll(group);
            reasons.add(reason);
        }
        session.define("checked", """
                SELECT %s, coalesce(_error, nullif(concat_ws('; ', %s), '')) AS _reason
                FROM %s""".formatted(
                session.dialect().allBut(reasons), String.join(", ", reasons), String.join(" POSITIONAL JOIN ", from)));
        return all;
    }

    private String typed(List<SilverColumn> columns) {
        return "SELECT *, %s FROM (SELECT *, %s FROM source)"
                .formatted(
                        Sql.join(columns, column -> column.typed(session.dialect())),
                        Sql.join(columns, column -> column.find(session.dialect())));
    }

    private String reasons(List<SilverColumn> columns) {
        return "nullif(concat_ws('; ', %s), '')"
                .formatted(Sql.join(
                        columns,
                        column -> column.reason(session.dialect(), column.name().equals(rules.key()), others)));
    }
}
