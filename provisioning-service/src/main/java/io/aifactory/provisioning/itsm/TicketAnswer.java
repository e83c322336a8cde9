package io.aifactory.provisioning.itsm;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.order.OrderStatus;
import io.aifactory.provisioning.order.ProjectOrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is told about its order.
 *
 * @param ticket the ticket
 * @param sequence counts the ticket's answers, from 1
 * @param order the order
 * @param status accepted, rejected, completed or failed
 * @param project the project, once there is one
 * @param reasons every reason for a rejection or a failure
 * @param decidedAt when the order came into this status
 */
public record TicketAnswer(
        Ticket ticket,
        int sequence,
        ProjectOrderId order,
        OrderStatus status,
        @Nullable ProjectId project,
        List<String> reasons,
        Instant decidedAt) {

    public TicketAnswer {
        reasons = List.copyOf(reasons);
    }

    /** Returns whether no further answer will follow. */
    public boolean isLast() {
        return status != OrderStatus.ACCEPTED;
    }

    /** Returns the answer in words, with every reason. */
    public String message() {
        String text =
                switch (status) {
                    case ACCEPTED -> "AI Factory order %s is accepted: the project is %s.".formatted(order, project);
                    case COMPLETED ->
                        "AI Factory order %s is completed: project %s is ready.".formatted(order, project);
                    case REJECTED -> "AI Factory order %s cannot be taken.".formatted(order);
                    case FAILED -> "AI Factory order %s has failed for project %s.".formatted(order, project);
                    case SUBMITTED, IN_PROGRESS -> "AI Factory order %s is %s.".formatted(order, status);
                };
        return reasons.isEmpty() ? text : text + "\n- " + String.join("\n- ", reasons);
    }
}
