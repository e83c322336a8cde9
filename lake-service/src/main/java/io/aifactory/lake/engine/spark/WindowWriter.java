package io.aifactory.lake.engine.spark;

import java.util.Map;
import java.util.Set;

/** Writes what is found over rows around each row. */
final class WindowWriter {

    private static final Set<String> FUNCTIONS = Set.of(
            "count_star",
            "row_number",
            "rank",
            "dense_rank",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "count",
            "sum",
            "avg",
            "min",
            "max");

    private static final Map<String, String> BOUNDS = Map.of(
            "UNBOUNDED_PRECEDING", "UNBOUNDED PRECEDING",
            "UNBOUNDED_FOLLOWING", "UNBOUNDED FOLLOWING",
            "CURRENT_ROW_ROWS", "CURRENT ROW");

    private final ExpressionWriter expressions;
    private final OrderWriter order;

    WindowWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
        this.order = new OrderWriter(expressions);
    }

    String write(Tree window) {
        String name = window.lower("function_name");
        if (!FUNCTIONS.contains(name)) {
            throw Tree.refused(name + "() OVER");
        }
        return FunctionWriter.aggregate(name, expressions.writeAll(window.children()) + shift(window), over(window));
    }

    /** How far away a row is that is looked at, and what counts if there is none. */
    private String shift(Tree window) {
        Tree offset = window.at("offset_expr");
        Tree other = window.at("default_expr");
        if (offset.isEmpty()) {
            return "";
        }
        return ", %d%s"
                .formatted(
                        Literals.wholeNumber(offset, window.lower("function_name") + "() by the rows"),
                        other.isEmpty() ? "" : ", " + expressions.write(other));
    }

    private String over(Tree window) {
        window.requireNo("ignore_nulls", "IGNORE NULLS");
        window.requireNo("filter_expr", "FILTER of a window");
        window.requireNo("distinct", "DISTINCT of a window");
        window.requireNo("arg_orders", "ORDER BY within a window's function");
        if (!window.text("exclude_clause").equals("NO_OTHER")) {
            throw Tree.refused("EXCLUDE of a window");
        }
        String partitions = expressions.writeAll(window.items("partitions"));
        String orders = order.write(window);
        return " OVER (%s%s%s)"
                .formatted(
                        partitions.isEmpty() ? "" : "PARTITION BY " + partitions,
                        orders.isEmpty() ? "" : " ORDER BY " + orders,
                        frame(window));
    }

    /** Where nothing is said, both have the rows up to the present one and those that are like it. */
    private static String frame(Tree window) {
        String start = window.text("start");
        String end = window.text("end");
        if (start.equals("UNBOUNDED_PRECEDING") && end.equals("CURRENT_ROW_RANGE")) {
            return "";
        }
        return " ROWS BETWEEN %s AND %s"
                .formatted(bound(start, window.at("start_expr")), bound(end, window.at("end_expr")));
    }

    private static String bound(String bound, Tree expression) {
        return switch (bound) {
            case "EXPR_PRECEDING_ROWS" -> Literals.wholeNumber(expression, "ROWS before the row") + " PRECEDING";
            case "EXPR_FOLLOWING_ROWS" -> Literals.wholeNumber(expression, "ROWS after the row") + " FOLLOWING";
            default -> {
                String written = BOUNDS.get(bound);
                if (written == null) {
                    throw Tree.refused("a window by RANGE or GROUPS", "use ROWS");
                }
                yield written;
            }
        };
    }
}
