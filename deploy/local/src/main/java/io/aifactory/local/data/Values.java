package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;

/** Values out of people's data, as a terminal may show them. */
public final class Values {

    private Values() {}

    /** Returns a value without what a terminal would obey. */
    public static String of(JsonNode value) {
        return of(Fields.number(value));
    }

    /** Returns a text without what a terminal would obey. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", " ");
    }

    /** Returns a field's value without what a terminal would obey. */
    public static String of(JsonNode node, String field) {
        return of(node.path(field));
    }
}
