package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;

/** Values out of people's data, as a terminal may show them. */
final class Values {

    private Values() {}

    /** Returns a value without what a terminal would obey. */
    static String of(JsonNode value) {
        return Fields.number(value).replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", " ");
    }

    static String of(JsonNode node, String field) {
        return of(node.path(field));
    }
}
