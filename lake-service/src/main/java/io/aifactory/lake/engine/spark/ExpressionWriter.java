package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes expressions. */
final class ExpressionWriter {

    private static final Map<String, String> COMPARISONS = Map.of(
            "COMPARE_EQUAL", "=",
            "COMPARE_NOTEQUAL", "<>",
            "COMPARE_LESSTHAN", "<",
            "COMPARE_LESSTHANOREQUALTO", "<=",
            "COMPARE_GREATERTHAN", ">",
            "COMPARE_GREATERTHANOREQUALTO", ">=",
            "COMPARE_DISTINCT_FROM", "IS DISTINCT FROM",
            "COMPARE_NOT_DISTINCT_FROM", "IS NOT DISTINCT FROM");

    private final QueryWriter queries;
    private final FunctionWriter functions = new FunctionWriter(this);
    private final WindowWriter windows;

    ExpressionWriter(QueryWriter queries) {
        this.queries = queries;
        this.windows = new WindowWriter(this);
    }

    /** Writes an expression of a list of what is selected, under its name if it has one. */
    String selected(Tree expression) {
        String alias = expression.text("alias");
        return write(expression) + (alias.isEmpty() ? "" : " AS " + Sql.name(alias));
    }

    String write(Tree expression) {
        return switch (expression.text("class")) {
            case "COLUMN_REF" ->
                expression.join(
                        "column_names", ".", name -> Sql.name(name.node().asText()));
            case "CONSTANT" -> Literals.write(expression);
            case "STAR" -> star(expression);
            case "COMPARISON" -> comparison(expression);
            case "CONJUNCTION" ->
                expression.children().stream()
                        .map(this::write)
                        .collect(Collectors.joining(expression.is("CONJUNCTION_AND") ? " AND " : " OR ", "(", ")"));
            case "BETWEEN" ->
                "(%s BETWEEN %s AND %s)"
                        .formatted(
                                write(expression.at("input")),
                                write(expression.at("lower")),
                                write(expression.at("upper")));
            case "CASE" -> cases(expression);
            case "CAST" -> Casts.write(expression, write(expression.at("child")));
            case "OPERATOR" -> operator(expression);
            case "SUBQUERY" -> subquery(expression);
            case "FUNCTION" -> functions.write(expression);
            case "WINDOW" -> windows.write(expression);
            default -> throw Tree.refused(expression.text("class").toLowerCase(Locale.ROOT));
        };
    }

    /** Writes a condition on rows: of an IN alone, or of its opposite, Spark knows what nothing means. */
    String condition(Tree condition) {
        if (condition.is("CONJUNCTION_AND")) {
            return condition.children().stream().map(this::condition).collect(Collectors.joining(" AND ", "(", ")"));
        }
        if (isInQuery(condition)) {
            return inQuery(condition);
        }
        if (condition.is("OPERATOR_NOT") && isInQuery(condition.children().get(0))) {
            return "(NOT %s)".formatted(inQuery(condition.children().get(0)));
        }
        return write(condition);
    }

    private static boolean isInQuery(Tree expression) {
        return expression.is("SUBQUERY")
                && expression.text("subquery_type").equals("ANY")
                && expression.text("comparison_type").equals("COMPARE_EQUAL");
    }

    private String inQuery(Tree in) {
        return "(%s IN (%s))".formatted(write(in.at("child")), queries.query(in.at("subquery")));
    }

    /** Elsewhere Spark makes false of what is neither true nor false. */
    private String valueOfInQuery(Tree in) {
        return "CASE WHEN EXISTS (SELECT 1 FROM %2$s WHERE \"_in\" = %1$s) THEN true WHEN (%1$s IS NULL AND EXISTS (SELECT 1 FROM %2$s)) OR EXISTS (SELECT 1 FROM %2$s WHERE \"_in\" IS NULL) THEN NULL ELSE false END"
                .formatted(
                        write(in.at("child")),
                        "(%s) AS \"_among\"(\"_in\")".formatted(queries.query(in.at("subquery"))));
    }

    String writeAll(List<Tree> expressions) {
        return expressions.stream().map(this::write).collect(Collectors.joining(", "));
    }

    private static String star(Tree star) {
        star.requireNo("replace_list", "* REPLACE");
        star.requireNo("rename_list", "* RENAME");
        star.requireNo("qualified_exclude_list", "* EXCLUDE of a table's column");
        star.requireNo("columns", "COLUMNS()");
        star.requireNo("expr", "COLUMNS()");
        String relation = star.text("relation_name");
        String but =
                star.join("exclude_list", ", ", name -> Sql.name(name.node().asText()));
        return (relation.isEmpty() ? "*" : Sql.name(relation) + ".*") + (but.isEmpty() ? "" : " EXCEPT (" + but + ")");
    }

    private String comparison(Tree comparison) {
        String sign = COMPARISONS.get(comparison.type());
        if (sign == null) {
            throw Tree.refused(comparison.type());
        }
        return "(%s %s %s)".formatted(write(comparison.at("left")), sign, write(comparison.at("right")));
    }

    private String cases(Tree expression) {
        return "CASE %s ELSE %s END"
                .formatted(
                        expression.join("case_checks", " ", check -> "WHEN %s THEN %s"
                                .formatted(write(check.at("when_expr")), write(check.at("then_expr")))),
                        write(expression.at("else_expr")));
    }

    private String operator(Tree operator) {
        List<Tree> children = operator.children();
        return switch (operator.type()) {
            case "OPERATOR_NOT" -> "(NOT %s)".formatted(write(children.get(0)));
            case "OPERATOR_IS_NULL" -> "(%s IS NULL)".formatted(write(children.get(0)));
            case "OPERATOR_IS_NOT_NULL" -> "(%s IS NOT NULL)".formatted(write(children.get(0)));
            case "OPERATOR_COALESCE" -> "coalesce(%s)".formatted(writeAll(children));
            case "COMPARE_IN" -> in("IN", children);
            case "COMPARE_NOT_IN" -> in("NOT IN", children);
            default -> throw Tree.refused(operator.type());
        };
    }

    private String in(String word, List<Tree> children) {
        return "(%s %s (%s))".formatted(write(children.get(0)), word, writeAll(children.subList(1, children.size())));
    }

    private String subquery(Tree subquery) {
        String query = "(" + queries.query(subquery.at("subquery")) + ")";
        return switch (subquery.text("subquery_type")) {
            case "EXISTS" -> "EXISTS " + query;
            case "NOT_EXISTS" -> "NOT EXISTS " + query;
            case "SCALAR" -> query;
            case "ANY" -> {
                if (!subquery.text("comparison_type").equals("COMPARE_EQUAL")) {
                    throw Tree.refused("ANY with a comparison");
                }
                yield valueOfInQuery(subquery);
            }
            default -> throw Tree.refused(subquery.text("subquery_type"));
        };
    }
}
