package io.aifactory.provisioning.itsm;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.aifactory.provisioning.order.OrderStatus;
import io.aifactory.provisioning.order.OrderStatusChanged;
import io.aifactory.provisioning.order.ProjectOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves an answer for the ticket whenever its order has come further. A job gives it, so that no service desk can hold up an order. */
@Component
class OrderStatusListener {

    private static final Set<OrderStatus> ANSWERED =
            EnumSet.of(OrderStatus.ACCEPTED, OrderStatus.REJECTED, OrderStatus.COMPLETED, OrderStatus.FAILED);

    private final Tickets tickets;
    private final SchedulerClient jobs;
    private final Clock clock;

    OrderStatusListener(Tickets tickets, SchedulerClient jobs, Clock clock) {
        this.tickets = tickets;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(OrderStatusChanged changed) {
        ProjectOrder order = changed.order();
        if (order.ticket() != null && ANSWERED.contains(order.status())) {
            Instant now = clock.instant();
            int sequence = tickets.addAnswer(order, now);
            jobs.scheduleIfNotExists(AnswerJob.of(order.id(), sequence), now);
        }
    }
}
