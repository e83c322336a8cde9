package io.aifactory.local.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A ticket of the service desk, in the shape ServiceNow sends it.
 *
 * @param number its number, such as RITM0010588
 * @param document the whole of it
 */
public record Ticket(String number, JsonNode document) {

    private static final List<String> NEEDED = List.of("instance", "sys_id", "number");

    /** Returns whether a document is a ticket rather than an order. */
    static boolean looksLike(JsonNode document) {
        return document.has("sys_id") || document.has("variables") || document.has("cat_item");
    }

    /**
     * Returns the ticket.
     *
     * @throws Refusal if it could not be answered or nothing would come of it
     */
    public static Ticket of(JsonNode document) {
        var reasons = new ArrayList<String>();
        for (var field : NEEDED) {
            if (Fields.text(document, field).isEmpty()) {
                reasons.add("it has no " + field);
            }
        }
        if (!Fields.text(document, "approval").equals("approved")) {
            reasons.add("it is not approved, so nothing would come of it");
        }
        if (!reasons.isEmpty()) {
            throw Refusal.of("The ticket can not be sent.", reasons);
        }
        return new Ticket(Fields.text(document, "number"), document);
    }

    /** Returns what makes sending the same state of the same ticket twice one. */
    String messageId() {
        return String.join("-", number, Fields.text(document, "sys_id"), Fields.text(document, "sys_mod_count"));
    }
}
