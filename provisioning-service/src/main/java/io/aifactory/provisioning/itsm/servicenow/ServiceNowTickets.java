package io.aifactory.provisioning.itsm.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.provisioning.itsm.ReceivedTicket;
import io.aifactory.provisioning.itsm.Ticket;
import io.aifactory.provisioning.itsm.TicketReader;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads requested items ({@code sc_req_item}) as the business rule in ServiceNow sends them: the contract of
 * {@code servicenow-ticket.schema.json}. A ticket with a number can be answered, whatever else is wrong with it.
 */
final class ServiceNowTickets implements TicketReader {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9.-]{1,100}");
    private static final Pattern URL = Pattern.compile("\\p{Graph}{1,2000}");
    private static final Pattern RECORD_ID = Pattern.compile("[0-9a-f]{32}");

    private final ObjectMapper json = new ObjectMapper();
    private final TicketSchema schema;

    ServiceNowTickets(TicketSchema schema) {
        this.schema = schema;
    }

    @Override
    public ReceivedTicket read(byte[] message) {
        JsonNode content = parse(message);
        String number = field(content, "number", NUMBER)
                .orElseThrow(() -> new Unprocessable("the ticket has no usable number, so nobody can be answered"));
        var ticket = new Ticket(
                "servicenow",
                field(content, "instance", INSTANCE).orElse("unknown"),
                field(content, "sys_id", RECORD_ID).orElse(number),
                number,
                field(content.path("callback"), "url", URL).orElse(null));
        var variables = new TicketVariables(content, schema);
        return new ReceivedTicket(
                ticket,
                "approved".equals(content.path("approval").asText()),
                variables.requestedFor(),
                variables.order());
    }

    private JsonNode parse(byte[] message) {
        try {
            JsonNode content = json.readTree(message);
            if (content.isObject()) {
                return content;
            }
            throw new Unprocessable("the ticket is no JSON object");
        } catch (IOException e) {
            throw new Unprocessable("the ticket is no JSON", e);
        }
    }

    private static Optional<String> field(JsonNode content, String name, Pattern pattern) {
        return Optional.of(content.path(name).asText())
                .filter(value -> pattern.matcher(value).matches());
    }
}
