package io.aifactory.lake.engine.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes by what rows are ordered. */
final class OrderWriter {

    private final ExpressionWriter expressions;

    OrderWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    /** Writes what to order by; where nothing is said, what has no value comes last. */
    String write(Tree holder) {
        return holder.join("orders", ", ", order -> "%s%s%s"
                .formatted(
                        expressions.write(order.at("expression")),
                        order.type().equals("DESCENDING") ? " DESC" : " ASC",
                        order.text("null_order").equals("NULLS FIRST")
                                        || order.text("null_order").equals("NULLS_FIRST")
                                ? " NULLS FIRST"
                                : " NULLS LAST"));
    }

    /** A name within an expression to order by is a column's to one engine, and to Spark that of what is selected. */
    static void requireClear(Tree node, Tree modifier) {
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
}
