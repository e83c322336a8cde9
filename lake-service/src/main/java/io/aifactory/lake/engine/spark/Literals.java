package io.aifactory.lake.engine.spark;

import java.math.BigDecimal;
import java.util.Set;

/** Writes values that stand in a query. */
final class Literals {

    private static final Set<String> WHOLE_NUMBERS = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT");

    private Literals() {}

    static String write(Tree constant) {
        Tree value = constant.at("value");
        Tree type = value.at("type");
        if (value.flag("is_null")) {
            return "NULL";
        }
        String id = type.text("id");
        if (WHOLE_NUMBERS.contains(id)) {
            return value.text("value") + (id.equals("BIGINT") ? "L" : "");
        }
        return switch (id) {
            case "VARCHAR" -> SparkDialect.literal(value.text("value"));
            case "BOOLEAN" -> value.text("value");
            case "DOUBLE" -> "CAST('%s' AS DOUBLE)".formatted(value.text("value"));
            case "DECIMAL" -> decimal(value, type.at("type_info"));
            default -> throw Tree.refused("a constant of type " + id, "cast it to what it is to be");
        };
    }

    private static String decimal(Tree value, Tree info) {
        var unscaled = new BigDecimal(value.text("value"));
        return "CAST('%s' AS DECIMAL(%s, %s))"
                .formatted(
                        unscaled.movePointLeft(info.node().path("scale").asInt())
                                .toPlainString(),
                        info.text("width"),
                        info.text("scale"));
    }

    /** Returns a number that has to stand there itself. */
    static long wholeNumber(Tree expression, String of) {
        Tree value = expression.at("value");
        if (!expression.is("VALUE_CONSTANT")
                || value.flag("is_null")
                || !WHOLE_NUMBERS.contains(value.at("type").text("id"))) {
            throw Tree.refused(of + " of what is no number that stands there", "write the number");
        }
        return value.node().path("value").asLong();
    }

    /** Returns a text that has to stand there itself. */
    static String text(Tree expression, String of) {
        Tree value = expression.at("value");
        if (!expression.is("VALUE_CONSTANT")
                || value.flag("is_null")
                || !value.at("type").text("id").equals("VARCHAR")) {
            throw Tree.refused(of + " of what is no text that stands there", "write the text");
        }
        return value.text("value");
    }
}
