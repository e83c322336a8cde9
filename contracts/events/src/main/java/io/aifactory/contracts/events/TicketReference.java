package io.aifactory.contracts.events;

/**
 * The ticket an order came with.
 *
 * @param system the system that holds it, for instance {@code servicenow}
 * @param instance which instance of that system
 * @param number the ticket's number as people know it
 */
public record TicketReference(String system, String instance, String number) {}
