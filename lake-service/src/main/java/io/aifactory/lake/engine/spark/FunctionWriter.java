package io.aifactory.lake.engine.spark;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes functions and operators. */
final class FunctionWriter {

    /** What is called the same and does the same. */
    private static final Set<String> SAME = Set.of("nullif", "abs", "greatest", "least", "md5", "year", "month", "day");

    private static final Set<String> AGGREGATES = Set.of("count", "sum", "avg", "min", "max");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");

    /** What does on texts what the embedded engine's function does, by another name. */
    private static final Map<String, String> OF_TEXTS = Map.ofEntries(
            Map.entry("upper", "embedded_upper"),
            Map.entry("ucase", "embedded_upper"),
            Map.entry("lower", "embedded_lower"),
            Map.entry("lcase", "embedded_lower"),
            Map.entry("length", "length"),
            Map.entry("len", "length"),
            Map.entry("replace", "replace"),
            Map.entry("starts_with", "startswith"),
            Map.entry("prefix", "startswith"),
            Map.entry("ends_with", "endswith"),
            Map.entry("suffix", "endswith"),
            Map.entry("contains", "contains"),
            Map.entry("regexp_matches", "embedded_regexp_matches"),
            Map.entry("regexp_full_match", "regexp_full_match"),
            Map.entry("regexp_replace", "embedded_regexp_replace"));

    /** How many arguments they take, where it is not one. */
    private static final Map<String, Integer> TAKING = Map.ofEntries(
            Map.entry("replace", 3),
            Map.entry("regexp_replace", 3),
            Map.entry("starts_with", 2),
            Map.entry("prefix", 2),
            Map.entry("ends_with", 2),
            Map.entry("suffix", 2),
            Map.entry("contains", 2),
            Map.entry("regexp_matches", 2),
            Map.entry("regexp_full_match", 2));

    private static final Map<String, String> TRIMMED = Map.of("trim", "BOTH", "ltrim", "LEADING", "rtrim", "TRAILING");
    private static final Set<String> ROUNDED = Set.of("round", "floor", "ceil", "ceiling");

    private static final Map<String, String> INSTEAD = Map.of(
            "strptime", "cut the date out of the text and cast it: CAST(substr(x, 1, 10) AS DATE)",
            "strftime", "cast the date to VARCHAR",
            "//", "use floor(a / b)",
            "date_trunc", "use year(), month() and day()",
            "date_part", "use year(), month() and day()");

    private final ExpressionWriter expressions;
    private final Operands operands;

    FunctionWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
        this.operands = new Operands(expressions);
    }

    String write(Tree function) {
        String name = function.lower("function_name");
        function.at("order_bys").requireNo("orders", "ORDER BY within " + name + "()");
        function.requireNo("export_state", "EXPORT_STATE");
        if (name.equals("count_star") || AGGREGATES.contains(name)) {
            return aggregate(name, aggregated(function), filter(function));
        }
        function.requireNo("filter", "FILTER of " + name + "()");
        function.requireNo("distinct", "DISTINCT within " + name + "()");
        return scalar(name, function.children());
    }

    private String aggregated(Tree function) {
        return (function.flag("distinct") ? "DISTINCT " : "") + expressions.writeAll(function.children());
    }

    /**
     * Writes an aggregate.
     *
     * @param of what it is of
     * @param rows what says of which rows: a filter or a window
     */
    static String aggregate(String name, String of, String rows) {
        return switch (name) {
            case "count_star" -> "count(*)" + rows;
            case "avg" ->
                "embedded_average(CAST(sum(%1$s)%2$s AS STRING), typeof(sum(%1$s)%2$s), nullif(count(%1$s)%2$s, 0))"
                        .formatted(of, rows);
            default -> "%s(%s)%s".formatted(name, of.isEmpty() && name.equals("count") ? "*" : of, rows);
        };
    }

    private String filter(Tree function) {
        Tree filter = function.at("filter");
        return filter.isEmpty() ? "" : " FILTER (WHERE %s)".formatted(expressions.write(filter));
    }

    private String scalar(String name, List<Tree> arguments) {
        if (ARITHMETIC.contains(name)) {
            return arithmetic(name, arguments);
        }
        if (SAME.contains(name)) {
            return "%s(%s)".formatted(name, expressions.writeAll(arguments));
        }
        if (OF_TEXTS.containsKey(name)) {
            if (arguments.size() != TAKING.getOrDefault(name, 1)) {
                throw Tree.refused("%s() of %d values".formatted(name, arguments.size()));
            }
            return "%s(%s)".formatted(OF_TEXTS.get(name), operands.texts(arguments));
        }
        if (TRIMMED.containsKey(name) && arguments.size() == 1) {
            return "trim(%s %s FROM %s)"
                    .formatted(TRIMMED.get(name), SparkDialect.SPACES_QUOTED, operands.text(arguments.get(0)));
        }
        if (ROUNDED.contains(name)) {
            return rounded(name, arguments);
        }
        return special(name, arguments);
    }

    private String special(String name, List<Tree> arguments) {
        return switch (name) {
            case "/" ->
                "embedded_divide(%s, %s)"
                        .formatted(operands.number(arguments.get(0)), operands.number(arguments.get(1)));
            case "%", "mod" -> remainder(arguments);
            case "||" -> "(%s || %s)".formatted(operands.text(arguments.get(0)), operands.text(arguments.get(1)));
            case "~~" -> like("LIKE", arguments);
            case "!~~" -> like("NOT LIKE", arguments);
            case "concat" -> "concat_ws('', %s)".formatted(operands.texts(arguments));
            case "concat_ws" -> "concat_ws(%s)".formatted(operands.texts(arguments));
            case "substr", "substring" -> substring(name, arguments);
            case "left", "right" -> side(name, arguments);
            case "date_diff", "datediff" -> days(arguments);
            case "regexp_extract" -> extract(arguments);
            default ->
                throw INSTEAD.containsKey(name)
                        ? Tree.refused(name + "()", INSTEAD.get(name))
                        : Tree.refused(name + "()");
        };
    }

    private String arithmetic(String sign, List<Tree> arguments) {
        return arguments.size() == 1
                ? "(%s %s)".formatted(sign, expressions.write(arguments.get(0)))
                : "(%s %s %s)"
                        .formatted(expressions.write(arguments.get(0)), sign, expressions.write(arguments.get(1)));
    }

    private String remainder(List<Tree> arguments) {
        long by = Literals.wholeNumber(arguments.get(1), "the remainder by the value");
        if (by == 0) {
            throw Tree.refused("the remainder by 0");
        }
        return "(%s %% %d)".formatted(expressions.write(arguments.get(0)), by);
    }

    private String like(String word, List<Tree> arguments) {
        String pattern = Literals.text(arguments.get(1), "LIKE with the pattern");
        if (pattern.contains("\\")) {
            throw Tree.refused("LIKE with a backslash", "use regexp_matches()");
        }
        return "(%s %s %s)".formatted(operands.text(arguments.get(0)), word, SparkDialect.literal(pattern));
    }

    private String substring(String name, List<Tree> arguments) {
        if (Literals.wholeNumber(arguments.get(1), name + "() from the place") < 1) {
            throw Tree.refused(name + "() from before the first character", "count from 1");
        }
        if (arguments.size() > 2 && Literals.wholeNumber(arguments.get(2), name + "() with the length") < 0) {
            throw Tree.refused(name + "() with a negative length");
        }
        return "substr(%s, %s)"
                .formatted(
                        operands.text(arguments.get(0)), expressions.writeAll(arguments.subList(1, arguments.size())));
    }

    private String side(String name, List<Tree> arguments) {
        long characters = Literals.wholeNumber(arguments.get(1), name + "() with the length");
        if (characters < 0) {
            throw Tree.refused(name + "() with a negative length");
        }
        return "%s(%s, %d)".formatted(name, operands.text(arguments.get(0)), characters);
    }

    private String rounded(String name, List<Tree> arguments) {
        String value = operands.numberToRound(arguments.get(0), name);
        return switch (name) {
            case "round" ->
                "embedded_round(%s, %d)"
                        .formatted(
                                value,
                                arguments.size() < 2
                                        ? 0
                                        : Literals.wholeNumber(arguments.get(1), "round() to the places"));
            case "floor" -> "embedded_floor(%s)".formatted(value);
            default -> "embedded_ceil(%s)".formatted(value);
        };
    }

    private String days(List<Tree> arguments) {
        if (!Literals.text(arguments.get(0), "date_diff() in the unit").equals("day")) {
            throw Tree.refused("date_diff() in another unit than 'day'");
        }
        return "CAST(datediff(%s, %s) AS BIGINT)"
                .formatted(expressions.write(arguments.get(2)), expressions.write(arguments.get(1)));
    }

    private String extract(List<Tree> arguments) {
        long group = arguments.size() < 3 ? 0 : Literals.wholeNumber(arguments.get(2), "regexp_extract() of the group");
        return "embedded_regexp_extract(%s, %d)".formatted(operands.texts(arguments.subList(0, 2)), group);
    }
}
