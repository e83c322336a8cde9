package io.aifactory.provisioning.itsm.servicenow;

import io.aifactory.provisioning.itsm.Ticket;
import io.aifactory.provisioning.itsm.TicketUndeliverable;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Checks where a ticket wants its answers: only a record of the table API, only at an origin that is allowed, so that no ticket makes us call anything else. */
final class CallbackAddress {

    private static final Pattern RECORD = Pattern.compile("/api/now/(v\\d/)?table/[a-z0-9_]+/[0-9a-f]{32}");
    private static final String QUERY = "sysparm_exclude_reference_link=true&sysparm_input_display_value=false"
            + "&sysparm_fields=sys_id,number,state,stage,sys_updated_on";

    private CallbackAddress() {}

    static URI of(Ticket ticket, List<URI> allowedOrigins) {
        String text = ticket.callbackUrl();
        if (text == null) {
            throw new TicketUndeliverable("the ticket names no callback url");
        }
        for (URI origin : allowedOrigins) {
            String prefix = origin.toString().replaceAll("/+$", "");
            if (text.startsWith(prefix) && isRecord(text.substring(prefix.length()), ticket)) {
                return URI.create(text + "?" + QUERY);
            }
        }
        throw new TicketUndeliverable("the callback url is no record of the ticket's at an allowed origin");
    }

    private static boolean isRecord(String path, Ticket ticket) {
        return RECORD.matcher(path).matches() && path.endsWith("/" + ticket.recordId());
    }
}
