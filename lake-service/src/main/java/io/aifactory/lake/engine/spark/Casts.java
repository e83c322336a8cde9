package io.aifactory.lake.engine.spark;

import java.util.Map;

/** Writes casts, by functions that read values as the embedded engine does. */
final class Casts {

    private record Target(String function, String cast, String label) {}

    private static final Map<String, Target> TARGETS = Map.of(
            "BIGINT", new Target("embedded_bigint", "BIGINT", "INT64"),
            "INTEGER", new Target("embedded_bigint", "INT", "INT32"),
            "DOUBLE", new Target("embedded_double", "DOUBLE", "DOUBLE"),
            "DATE", new Target("embedded_date", "DATE", "DATE"),
            "BOOLEAN", new Target("embedded_boolean", "BOOLEAN", "BOOL"));

    private Casts() {}

    static String write(Tree cast, String value) {
        String type = cast.at("cast_type").text("id");
        if (type.equals("VARCHAR")) {
            return text(value);
        }
        Target target = TARGETS.get(type);
        if (target == null) {
            throw Tree.refused("a cast to " + type, "cast to BIGINT, INTEGER, DOUBLE, VARCHAR, DATE or BOOLEAN");
        }
        String read = "TRY_CAST(%s AS %s)".formatted(read(target.function, value), target.cast);
        return cast.flag("try_cast") ? read : required(value, read, target.label);
    }

    private static String required(String value, String read, String label) {
        return "CASE WHEN (%1$s) IS NULL THEN NULL ELSE coalesce(%2$s, raise_error(concat('Could not convert string ''', CAST(%1$s AS STRING), ''' to %3$s'))) END"
                .formatted(value, read, label);
    }

    /** Returns a value as text. */
    static String text(String value) {
        return read("embedded_text", value);
    }

    /** Returns a value as a number with a fraction. */
    static String number(String value) {
        return read("embedded_double", value);
    }

    private static String read(String function, String value) {
        return "%1$s(CAST(%2$s AS STRING), typeof(%2$s))".formatted(function, value);
    }
}
