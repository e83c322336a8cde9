package io.aifactory.lake.engine.sql;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes names and values so that they can stand in a statement, whatever they contain. */
public final class Sql {

    private Sql() {}

    public static String name(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    public static String names(Collection<String> columns) {
        return join(columns, Sql::name);
    }

    public static <T> String join(Collection<T> items, Function<T, String> writer) {
        return items.stream().map(writer).collect(Collectors.joining(", "));
    }
}
