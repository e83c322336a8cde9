package io.aifactory.provisioning.order;

/**
 * An order has come further. Told within the service, in the transaction that changed it.
 *
 * @param order the order as it is now
 */
public record OrderStatusChanged(ProjectOrder order) {}
