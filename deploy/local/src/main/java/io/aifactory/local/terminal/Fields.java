package io.aifactory.local.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Fields of an answer as people read them; what is absent is an empty text. */
public final class Fields {

    private static final int SECONDS = 19;

    private Fields() {}

    /** Returns a field's text. */
    public static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** Returns a field's time, to the second. */
    public static String time(JsonNode node, String field) {
        var value = text(node, field);
        return value.length() > SECONDS ? value.substring(0, SECONDS) + "Z" : value;
    }

    /** Returns a field's list of texts on one line. */
    public static String list(JsonNode node, String field) {
        return items(node.path(field)).stream()
                .map(item -> item.isTextual() ? item.asText() : item.toString())
                .collect(Collectors.joining(", "));
    }

    /** Returns a field's named numbers on one line, by name. */
    public static String numbers(JsonNode node, String field) {
        var sorted = new TreeMap<String, String>();
        node.path(field).properties().forEach(entry -> sorted.put(entry.getKey(), number(entry.getValue())));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Returns a number with as many digits as people want. */
    public static String number(JsonNode value) {
        if (!value.isNumber()) {
            return value.isNull() || value.isMissingNode() ? "" : value.asText();
        }
        return value.isIntegralNumber() ? value.asText() : "%.4f".formatted(value.asDouble());
    }

    /** Returns an array's elements. */
    public static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Returns a constant's name as people write it. */
    public static String lower(JsonNode node, String field) {
        return text(node, field).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
