package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes queries: what is selected from what. */
final class QueryWriter {

    private final ExpressionWriter expressions = new ExpressionWriter(this);
    private final TableWriter tables = new TableWriter(this, expressions);
    private final OrderWriter order = new OrderWriter(expressions);

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
        return "%s%s AS (%s)"
                .formatted(Sql.name(part.text("key")), TableWriter.names(value, "aliases"), query(value.at("query")));
    }

    private String select(Tree node) {
        node.requireNo("sample", "a sample");
        node.requireNo("qualify", "QUALIFY");
        requireNames(node);
        return "SELECT %s%s%s%s%s%s"
                .formatted(
                        distinct(node),
                        node.join("select_list", ", ", expressions::selected),
                        node.at("from_table").is("EMPTY") ? "" : " FROM " + tables.write(node.at("from_table")),
                        where(node.at("where_clause")),
                        groupBy(node),
                        clause(" HAVING ", node.at("having")));
    }

    /** The columns of a join with USING come in an order of each engine's own. */
    private static void requireNames(Tree node) {
        boolean isStar = node.items("select_list").stream().anyMatch(selected -> selected.is("STAR"));
        if (isStar && TableWriter.hasUsing(node.at("from_table"))) {
            throw Tree.refused("* over a join with USING", "name the columns, or join with ON");
        }
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
                    OrderWriter.requireClear(node, modifier);
                    written.append(" ORDER BY ").append(order.write(modifier));
                }
                case "LIMIT_MODIFIER" -> written.append(limit(modifier));
                default -> throw Tree.refused(modifier.type());
            }
        }
        return written.toString();
    }

    private static String limit(Tree modifier) {
        modifier.requireNo("offset", "OFFSET");
        return " LIMIT " + Literals.wholeNumber(modifier.at("limit"), "LIMIT");
    }
}
