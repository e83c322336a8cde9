package io.aifactory.provisioning.itsm;

import io.aifactory.contracts.events.TicketReference;
import io.aifactory.provisioning.order.ProjectOrderId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of a service desk.
 *
 * @param system the service desk's system, for instance {@code servicenow}
 * @param instance which instance of it
 * @param recordId the ticket's id in that instance
 * @param number the ticket's number as people know it
 * @param callbackUrl where the ticket says it wants its answers; not to be trusted
 */
public record Ticket(
        String system,
        String instance,
        String recordId,
        String number,
        @Nullable String callbackUrl) {

    ProjectOrderId orderId() {
        return ProjectOrderId.ofTicket(system, instance, recordId);
    }

    TicketReference reference() {
        return new TicketReference(system, instance, number);
    }
}
