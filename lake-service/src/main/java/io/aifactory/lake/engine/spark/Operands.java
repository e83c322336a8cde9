package io.aifactory.lake.engine.spark;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what functions work on, as the text or the number that the embedded engine would take it for. */
final class Operands {

    private static final Set<String> GIVING_TEXT = Set.of(
            "||",
            "concat",
            "concat_ws",
            "upper",
            "ucase",
            "lower",
            "lcase",
            "trim",
            "ltrim",
            "rtrim",
            "replace",
            "regexp_replace",
            "regexp_extract",
            "substr",
            "substring",
            "left",
            "right",
            "md5");
    private static final Set<String> GIVING_NUMBERS = Set.of("/", "avg");

    private final ExpressionWriter expressions;

    Operands(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    String texts(List<Tree> arguments) {
        return arguments.stream().map(this::text).collect(Collectors.joining(", "));
    }

    String text(Tree argument) {
        String written = expressions.write(argument);
        return isText(argument) ? written : Casts.text(written);
    }

    private static boolean isText(Tree argument) {
        return isCertain(argument, "VARCHAR", GIVING_TEXT);
    }

    String number(Tree argument) {
        String written = expressions.write(argument);
        return isNumber(argument) ? written : Casts.number(written);
    }

    /** Writes a number that a function rounds, which refuses those whose type the embedded engine would keep. */
    String numberToRound(Tree argument, String function) {
        String written = expressions.write(argument);
        return isNumber(argument)
                ? written
                : "embedded_to_round(CAST(%1$s AS STRING), typeof(%1$s), '%2$s')".formatted(written, function);
    }

    private static boolean isNumber(Tree argument) {
        return isCertain(argument, "DOUBLE", GIVING_NUMBERS);
    }

    /** Of what has the type whatever it is made of, none has to be made: what is written twice each time grows without end. */
    private static boolean isCertain(Tree argument, String type, Set<String> functions) {
        return switch (argument.text("class")) {
            case "CONSTANT" -> argument.at("value").at("type").text("id").equals(type);
            case "CAST" -> argument.at("cast_type").text("id").equals(type);
            case "FUNCTION" -> functions.contains(argument.lower("function_name"));
            default -> false;
        };
    }
}
