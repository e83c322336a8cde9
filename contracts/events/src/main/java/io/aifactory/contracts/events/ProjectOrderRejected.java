package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order could not be taken; nothing was made.
 *
 * @param orderId the order
 * @param reasons every reason at once
 * @param ticket the ticket, if the order came with one
 * @param rejectedAt when
 */
@EventType("io.aifactory.project.order-rejected.v1")
public record ProjectOrderRejected(
        String orderId, List<String> reasons, @Nullable TicketReference ticket, Instant rejectedAt)
        implements FactoryEvent {

    public ProjectOrderRejected {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String subject() {
        return orderId;
    }

    @Override
    public String partitionKey() {
        return orderId;
    }

    @Override
    public String businessKey() {
        return subject();
    }
}
