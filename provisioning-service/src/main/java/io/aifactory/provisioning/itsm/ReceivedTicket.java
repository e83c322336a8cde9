package io.aifactory.provisioning.itsm;

import io.aifactory.provisioning.form.Form;

/**
 * A ticket as it came in.
 *
 * @param ticket the ticket
 * @param approved whether the organisation has approved it; only then it is an order
 * @param requestedBy who it was requested for; empty if it does not say
 * @param order what it orders, with whatever is wrong with the ticket noted on it
 */
public record ReceivedTicket(Ticket ticket, boolean approved, String requestedBy, Form order) {}
