package io.aifactory.local.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;

/**
 * A ticket of the service desk, in the shape ServiceNow sends it.
 *
 * @param number its number, such as RITM0010588
 * @param document the whole of it
 */
public record Ticket(String number, JsonNode document) {

    /** Returns whether a document is a ticket rather than an order. */
    static boolean looksLike(JsonNode document) {
        return document.has("sys_id") || document.has("variables") || document.has("cat_item");
    }

    /**
     * Returns the ticket.
     *
     * @throws Refusal if nobody could answer it
     */
    public static Ticket of(JsonNode document) {
        var number = Fields.text(document, "number");
        if (number.isEmpty()) {
            throw Refusal.of("The ticket has no number, so nobody could answer it.");
        }
        return new Ticket(number, document);
    }

    /** Returns what makes sending the same state of the same ticket twice one. */
    String messageId() {
        return String.join("-", number, Fields.text(document, "sys_id"), Fields.text(document, "sys_mod_count"));
    }
}
