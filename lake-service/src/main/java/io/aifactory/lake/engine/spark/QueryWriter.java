package io.aifactory.lake.engine.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.lake.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes queries: what is selected from what. */
final class QueryWriter {

    private static final Map<String, String> JOINS = Map.of(
            "INNER", "JOIN",
            "LEFT", "LEFT JOIN",
            "RIGHT", "RIGHT JOIN",
            "FULL", "FULL JOIN",
            "SEMI", "SEMI JOIN",
            "ANTI", "ANTI JOIN");

    private final ExpressionWriter expressions = new ExpressionWriter(this);

    /** Writes what has a node: a statement, a part of WITH, a query within another. */
    String query(Tree holder) {
        holder.requireNo("named_param_map", "a parameter");
        return node(holder.at("node"));
    }

    private String node(Tree node) {
        String body =
                switch (node.type()) {
                    case "SELECT_NODE" -> select(node);
                    case "SET_OPERATION_NODE" -> setOperation(node);
                    default -> throw Tree.refused(node.type());
                };
        return with(node) + body + modifiers(node);
    }

    private String with(Tree node) {
        List<Tree> parts = node.at("cte_map").items("map");
        return parts.isEmpty() ? "" : parts.stream().map(this::part).collect(Collectors.joining(", ", "WITH ", " "));
    }

    private String part(Tree part) {
        Tree value = part.at("value");
        value.requireNo("key_targets", "USING KEY");
        return "%s%s AS (%s)".formatted(Sql.name(part.text("key")), names(value, "aliases"), query(value.at("query")));
    }

    private static String names(Tree node, String field) {
        String names = node.join(field, ", ", name -> Sql.name(name.node().asText()));
        return names.isEmpty() ? "" : "(" + names + ")";
    }

    private String select(Tree node) {
        node.requireNo("sample", "a sample");
        node.requireNo("qualify", "QUALIFY");
        requireNames(node);
        return "SELECT %s%s%s%s%s%s"
                .formatted(
                        distinct(node),
                        node.join("select_list", ", ", expressions::selected),
                        node.at("from_table").is("EMPTY") ? "" : " FROM " + table(node.at("from_table")),
                        where(node.at("where_clause")),
                        groupBy(node),
                        clause(" HAVING ", node.at("having")));
    }

    /** The columns of a join with USING come in an order of each engine's own. */
    private static void requireNames(Tree node) {
        boolean isStar = node.items("select_list").stream().anyMatch(selected -> selected.is("STAR"));
        if (isStar && hasUsing(node.at("from_table"))) {
            throw Tree.refused("* over a join with USING", "name the columns, or join with ON");
        }
    }

    private static boolean hasUsing(Tree table) {
        return table.is("JOIN")
                && (!table.at("using_columns").isEmpty() || hasUsing(table.at("left")) || hasUsing(table.at("right")));
    }

    private static String distinct(Tree node) {
        for (Tree modifier : node.items("modifiers")) {
            if (modifier.is("DISTINCT_MODIFIER")) {
                modifier.requireNo("distinct_on_targets", "DISTINCT ON");
                return "DISTINCT ";
            }
        }
        return "";
    }

    private String where(Tree condition) {
        return condition.isEmpty() ? "" : " WHERE " + expressions.condition(condition);
    }

    private String clause(String word, Tree expression) {
        return expression.isEmpty() ? "" : word + expressions.write(expression);
    }

    private String groupBy(Tree node) {
        if (node.text("aggregate_handling").equals("FORCE_AGGREGATES")) {
            return " GROUP BY ALL";
        }
        List<Tree> groups = node.items("group_expressions");
        List<Tree> sets = node.items("group_sets");
        if (sets.size() > 1 || sets.stream().anyMatch(set -> set.node().size() != groups.size())) {
            throw Tree.refused("GROUPING SETS");
        }
        if (groups.isEmpty() != sets.isEmpty()) {
            throw Tree.refused("GROUPING SETS");
        }
        return groups.isEmpty()
                ? ""
                : " GROUP BY " + groups.stream().map(expressions::write).collect(Collectors.joining(", "));
    }

    private String setOperation(Tree node) {
        String operation =
                switch (node.text("setop_type")) {
                    case "UNION", "EXCEPT", "INTERSECT" -> node.text("setop_type");
                    default -> throw Tree.refused(node.text("setop_type").replace('_', ' '));
                };
        node.items("modifiers").stream()
                .filter(modifier -> modifier.is("DISTINCT_MODIFIER"))
                .findFirst()
                .ifPresent(modifier -> modifier.requireNo("distinct_on_targets", "DISTINCT ON"));
        var sides = new ArrayList<Tree>(node.items("children"));
        if (sides.isEmpty()) {
            sides.addAll(List.of(node.at("left"), node.at("right")));
        }
        return sides.stream()
                .map(side -> "(" + node(side) + ")")
                .collect(Collectors.joining(" %s%s ".formatted(operation, node.flag("setop_all") ? " ALL" : "")));
    }

    private String modifiers(Tree node) {
        var written = new StringBuilder();
        for (Tree modifier : node.items("modifiers")) {
            switch (modifier.type()) {
                case "DISTINCT_MODIFIER" -> {}
                case "ORDER_MODIFIER" -> {
                    requireClearOrder(node, modifier);
                    written.append(" ORDER BY ").append(orders(modifier));
                }
                case "LIMIT_MODIFIER" -> written.append(limit(modifier));
                default -> throw Tree.refused(modifier.type());
            }
        }
        return written.toString();
    }

    /** A name within an expression to order by is a column's to one engine, and to Spark that of what is selected. */
    private static void requireClearOrder(Tree node, Tree modifier) {
        Set<String> aliases = node.items("select_list").stream()
                .map(selected -> selected.lower("alias"))
                .filter(alias -> !alias.isEmpty())
                .collect(Collectors.toSet());
        modifier.items("orders").stream()
                .map(order -> order.at("expression"))
                .filter(expression -> !expression.is("COLUMN_REF") && mentions(expression.node(), aliases))
                .findFirst()
                .ifPresent(expression -> {
                    throw Tree.refused(
                            "ORDER BY of an expression with the name of what is selected",
                            "select the expression under a name of its own and order by that");
                });
    }

    private static boolean mentions(JsonNode node, Set<String> names) {
        JsonNode column = node.path("column_names");
        if (column.size() == 1 && names.contains(column.get(0).asText().toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (JsonNode child : node) {
            if (mentions(child, names)) {
                return true;
            }
        }
        return false;
    }

    private static String limit(Tree modifier) {
        modifier.requireNo("offset", "OFFSET");
        return " LIMIT " + Literals.wholeNumber(modifier.at("limit"), "LIMIT");
    }

    /** Writes what to order by; where nothing is said, what has no value comes last. */
    String orders(Tree holder) {
        return holder.join("orders", ", ", order -> "%s%s%s"
                .formatted(
                        expressions.write(order.at("expression")),
                        order.type().equals("DESCENDING") ? " DESC" : " ASC",
                        order.text("null_order").equals("NULLS FIRST")
                                        || order.text("null_order").equals("NULLS_FIRST")
                                ? " NULLS FIRST"
                                : " NULLS LAST"));
    }

    private String table(Tree table) {
        table.requireNo("sample", "a sample");
        return switch (table.type()) {
            case "BASE_TABLE" -> named(Sql.name(table.text("table_name")), table);
            case "SUBQUERY" -> named("(" + query(table.at("subquery")) + ")", table);
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
        return "%s %s %s%s".formatted(table(join.at("left")), word, right(join.at("right")), condition(join));
    }

    private String right(Tree table) {
        return table.is("JOIN") ? "(" + table(table) + ")" : table(table);
    }

    private String condition(Tree join) {
        if (!join.at("using_columns").isEmpty()) {
            return " USING " + names(join, "using_columns");
        }
        return clause(" ON ", join.at("condition"));
    }
}
