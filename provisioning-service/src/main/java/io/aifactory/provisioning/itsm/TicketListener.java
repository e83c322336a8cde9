package io.aifactory.provisioning.itsm;

import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.provisioning.order.InvalidOrder;
import io.aifactory.provisioning.order.OrderForms;
import io.aifactory.provisioning.order.OrderSource;
import io.aifactory.provisioning.order.OrderTerms;
import io.aifactory.provisioning.order.ProjectOrdering;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns approved tickets into orders. A service desk sends a ticket again whenever it changes; it stays one order. */
@Component
class TicketListener {

    private static final Logger LOG = LoggerFactory.getLogger(TicketListener.class);

    private final TicketReader reader;
    private final Tickets tickets;
    private final OrderForms forms;
    private final ProjectOrdering ordering;

    TicketListener(TicketReader reader, Tickets tickets, OrderForms forms, ProjectOrdering ordering) {
        this.reader = reader;
        this.tickets = tickets;
        this.forms = forms;
        this.ordering = ordering;
    }

    @EventListener
    void on(QueueMessage message) {
        ReceivedTicket received = reader.read(message.body());
        if (!received.approved()) {
            LOG.info(
                    "ticket {} is not approved and stays no order",
                    received.ticket().number());
        } else if (!tickets.add(received.ticket())) {
            LOG.info("ticket {} is an order already", received.ticket().number());
        } else {
            order(received, OrderSource.fingerprintOf(message.body()));
        }
    }

    private void order(ReceivedTicket received, String fingerprint) {
        Ticket ticket = received.ticket();
        var source = new OrderSource(ticket.orderId(), received.requestedBy(), fingerprint, ticket.reference());
        try {
            OrderTerms terms = forms.read(received.order(), received.requestedBy());
            ordering.place(source, terms);
        } catch (InvalidOrder invalid) {
            List<String> reasons = invalid.reasons();
            LOG.info("ticket {} is rejected: {}", ticket.number(), reasons);
            ordering.reject(source, reasons);
        }
    }
}
