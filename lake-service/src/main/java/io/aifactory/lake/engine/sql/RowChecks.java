package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.SilverRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        List<String> objections = objections(columns);
        session.define(
                "checked",
                "SELECT *, %s AS _reason FROM (%s)"
                        .formatted(
                                computedOnce("coalesce(_error, %s)".formatted(reason(objections))),
                                objected(columns, objections)));
        return columns;
    }

    private List<SilverColumn> checkInParts(List<List<SilverColumn>> groups) {
        var all = new ArrayList<SilverColumn>();
        var from = new ArrayList<>(List.of("source"));
        var reasons = new ArrayList<String>();
        for (List<SilverColumn> group : groups) {
            String name = "_reasons_" + reasons.size();
            List<String> objections = objections(group);
            from.add(session.putAside(
                    "SELECT %s, %s AS %s FROM (%s)"
                            .formatted(
                                    Sql.join(group, SilverColumn::typedName),
                                    reason(objections),
                                    name,
                                    objected(group, objections)),
                    scratch.newFile("checked")));
            all.addAll(group);
            reasons.add(name);
        }
        session.define("checked", """
                SELECT %s, coalesce(_error, nullif(concat_ws('; ', %s), '')) AS _reason
                FROM %s""".formatted(
                session.dialect().allBut(reasons), String.join(", ", reasons), String.join(" POSITIONAL JOIN ", from)));
        return all;
    }

    private List<String> objections(List<SilverColumn> columns) {
        return columns.stream()
                .flatMap(column ->
                        Objections.to(column, column.name().equals(rules.key()), others, session.dialect()).stream())
                .toList();
    }

    /** Returns the source's rows with their values, these as they are typed, and what is against each, numbered. */
    private String objected(List<SilverColumn> columns, List<String> objections) {
        String typed = "SELECT *, %s FROM (SELECT *, %s FROM source)"
                .formatted(
                        Sql.join(columns, column -> column.typed(session.dialect())),
                        Sql.join(columns, column -> column.value(session.dialect())));
        return objections.isEmpty()
                ? typed
                : "SELECT *, %s FROM (%s)"
                        .formatted(
                                eachOf(objections, number -> objections.get(number) + " AS " + against(number), ", "),
                                typed);
    }

    /** Most rows have nothing against them, so that is found out before any text is put together. */
    private static String reason(List<String> objections) {
        return objections.isEmpty()
                ? "NULL"
                : "CASE WHEN %s THEN concat_ws('; ', %s) END"
                        .formatted(
                                eachOf(objections, number -> against(number) + " IS NOT NULL", " OR "),
                                eachOf(objections, RowChecks::against, ", "));
    }

    /** Engines choose rows as early as they can, and compute again later what that took; but not if chance may be in it. */
    private static String computedOnce(String expression) {
        return "CASE WHEN random() >= 0 THEN %s END".formatted(expression);
    }

    private static String eachOf(List<String> objections, IntFunction<String> writer, String separator) {
        return IntStream.range(0, objections.size()).mapToObj(writer).collect(Collectors.joining(separator));
    }

    private static String against(int number) {
        return "_against_" + number;
    }
}
