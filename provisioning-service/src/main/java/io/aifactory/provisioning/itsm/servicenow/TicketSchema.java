package io.aifactory.provisioning.itsm.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The contract for tickets, as a JSON Schema that the ServiceNow side is given too. */
final class TicketSchema {

    private static final String DOCUMENT = "servicenow-ticket.schema.json";
    private static final Set<String> SAID_BETTER_BY_THE_FORM = Set.of("required", "additionalProperties");

    private final JsonSchema schema;

    TicketSchema() {
        try (InputStream content = Objects.requireNonNull(TicketSchema.class.getResourceAsStream(DOCUMENT), DOCUMENT)) {
            this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DOCUMENT, e);
        }
    }

    /** Returns what breaks the contract, by the field's path. Missing and unknown variables are left to the order's own form. */
    List<String> violationsOf(JsonNode ticket) {
        return schema.validate(ticket).stream()
                .filter(violation -> !isLeftToTheForm(violation))
                .map(ValidationMessage::getMessage)
                .map(message -> message.replaceFirst("^\\$(: |\\.)?", ""))
                .sorted()
                .toList();
    }

    /** Returns the variables that the contract knows. */
    List<String> variables() {
        List<String> names = new ArrayList<>();
        schema.getSchemaNode()
                .at("/properties/variables/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static boolean isLeftToTheForm(ValidationMessage violation) {
        return violation.getInstanceLocation().toString().startsWith("$.variables")
                && SAID_BETTER_BY_THE_FORM.contains(violation.getType());
    }
}
