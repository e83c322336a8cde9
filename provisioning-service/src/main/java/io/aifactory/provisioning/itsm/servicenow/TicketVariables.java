package io.aifactory.provisioning.itsm.servicenow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.provisioning.form.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a ticket's variables order. ServiceNow has nothing but texts, so lists are texts with commas and tables are texts with JSON. */
final class TicketVariables {

    private static final TypeReference<List<Object>> TABLE = new TypeReference<>() {};
    private static final Map<String, String> SHOWN_AS = Map.of(
            "displayName", "project_display_name",
            "costCenter", "cost_center",
            "owner", "requested_for.email");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode ticket;
    private final TicketSchema schema;
    private final List<String> reasons = new ArrayList<>();

    TicketVariables(JsonNode ticket, TicketSchema schema) {
        this.ticket = ticket;
        this.schema = schema;
    }

    /** Returns whom the ticket was requested for, or who opened it; empty if it says neither. */
    String requestedFor() {
        String requestedFor = emailOf("requested_for");
        return requestedFor.isEmpty() ? emailOf("opened_by") : requestedFor;
    }

    /** Returns the order, with whatever breaks the contract noted on it. */
    Form order() {
        Map<String, Object> order = new LinkedHashMap<>();
        put(order, "displayName", "project_display_name");
        put(order, "costCenter", "cost_center");
        order.put("environments", listOf("environments"));
        order.put("members", members());
        order.put("models", models());
        if (!requestedFor().isBlank()) {
            order.put("owner", requestedFor());
        }
        Form form = Form.of(order, SHOWN_AS);
        schema.violationsOf(ticket).forEach(form::refuse);
        form.refuseUnknown(variableNames(), schema.variables());
        reasons.forEach(form::refuse);
        return form;
    }

    private void put(Map<String, Object> order, String key, String variable) {
        if (!text(variable).isEmpty()) {
            order.put(key, text(variable));
        }
    }

    private List<Map<String, Object>> members() {
        List<Map<String, Object>> members = new ArrayList<>();
        for (String entry : listOf("members")) {
            Map<String, Object> member = new LinkedHashMap<>();
            String[] parts = entry.split(":", 2);
            member.put("person", parts[0].strip());
            if (parts.length > 1) {
                member.put("role", parts[1].strip());
            }
            members.add(member);
        }
        addTechnicalContact(members);
        return members;
    }

    private void addTechnicalContact(List<Map<String, Object>> members) {
        String contact = text("technical_contact_email");
        Map<String, Object> lead = Map.of("person", contact, "role", "lead");
        if (!contact.isEmpty() && !contact.equals(requestedFor()) && !members.contains(lead)) {
            members.add(lead);
        }
    }

    private List<Object> models() {
        if (text("models").isEmpty()) {
            return List.of();
        }
        try {
            return json.readValue(text("models"), TABLE);
        } catch (JsonProcessingException e) {
            reasons.add("models is no JSON list (line %d, column %d)"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
            return List.of();
        }
    }

    private List<String> listOf(String variable) {
        return Arrays.stream(text(variable).split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private String text(String variable) {
        return ticket.path("variables").path(variable).asText().strip();
    }

    private String emailOf(String person) {
        return ticket.path(person)
                .path("email")
                .asText()
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
    }

    private List<String> variableNames() {
        List<String> names = new ArrayList<>();
        ticket.path("variables").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
