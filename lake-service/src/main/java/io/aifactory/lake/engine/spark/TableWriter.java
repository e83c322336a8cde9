package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.sql.Sql;
import java.util.Locale;
import java.util.Map;

/** Writes what is selected from: tables, queries, and joins of them. */
final class TableWriter {

    private static final Map<String, String> JOINS = Map.of(
            "INNER", "JOIN",
            "LEFT", "LEFT JOIN",
            "RIGHT", "RIGHT JOIN",
            "FULL", "FULL JOIN",
            "SEMI", "SEMI JOIN",
            "ANTI", "ANTI JOIN");

    private final QueryWriter queries;
    private final ExpressionWriter expressions;

    TableWriter(QueryWriter queries, ExpressionWriter expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    /** Writes names in parentheses; nothing if there are none. */
    static String names(Tree node, String field) {
        String names = node.join(field, ", ", name -> Sql.name(name.node().asText()));
        return names.isEmpty() ? "" : "(" + names + ")";
    }

    /** Returns whether some of it is joined by names that both sides have. */
    static boolean hasUsing(Tree table) {
        return table.is("JOIN")
                && (!table.at("using_columns").isEmpty() || hasUsing(table.at("left")) || hasUsing(table.at("right")));
    }

    String write(Tree table) {
        table.requireNo("sample", "a sample");
        return switch (table.type()) {
            case "BASE_TABLE" -> named(Sql.name(table.text("table_name")), table);
            case "SUBQUERY" -> named("(" + queries.query(table.at("subquery")) + ")", table);
            case "JOIN" -> join(table);
            default -> throw Tree.refused(table.type().toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }

    private static String named(String relation, Tree table) {
        table.requireNo("at_clause", "AT");
        String alias = table.text("alias");
        String columns = names(table, "column_name_alias");
        return alias.isEmpty() ? relation : "%s AS %s%s".formatted(relation, Sql.name(alias), columns);
    }

    private String join(Tree join) {
        join.requireNo("duplicate_eliminated_columns", "such a join");
        join.requireNo("alias", "a name of a join");
        String word =
                switch (join.text("ref_type")) {
                    case "REGULAR" -> JOINS.get(join.text("join_type"));
                    case "CROSS" -> "CROSS JOIN";
                    default -> null;
                };
        if (word == null) {
            throw Tree.refused("%s %s JOIN".formatted(join.text("ref_type"), join.text("join_type")));
        }
        return "%s %s %s%s".formatted(write(join.at("left")), word, right(join.at("right")), condition(join));
    }

    private String right(Tree table) {
        return table.is("JOIN") ? "(" + write(table) + ")" : write(table);
    }

    private String condition(Tree join) {
        if (!join.at("using_columns").isEmpty()) {
            return " USING " + names(join, "using_columns");
        }
        Tree condition = join.at("condition");
        return condition.isEmpty() ? "" : " ON " + expressions.write(condition);
    }
}
