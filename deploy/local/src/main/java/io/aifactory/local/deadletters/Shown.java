package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;

/** What others wrote, fit for one line of a terminal. */
final class Shown {

    private static final int LONGEST = 60;
    private static final String OUR_TYPES = "io.aifactory.";

    private Shown() {}

    static String text(JsonNode node, String field) {
        String line = line(Fields.text(node, field));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Returns a text of any length without what a terminal would obey. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", " ");
    }

    /** Returns an event's type without what all of them begin with. */
    static String type(JsonNode node) {
        return text(node, "type").replaceFirst("^" + OUR_TYPES, "");
    }

    /** Returns the last part of a class name. */
    static String className(JsonNode node, String field) {
        String name = text(node, field);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
