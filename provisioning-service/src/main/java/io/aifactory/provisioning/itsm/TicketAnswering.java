package io.aifactory.provisioning.itsm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tickets their answers, each at least once and in order. */
@Component
class TicketAnswering {

    private static final Logger LOG = LoggerFactory.getLogger(TicketAnswering.class);

    private final Tickets tickets;
    private final TicketDesk desk;
    private final TransactionTemplate transaction;

    TicketAnswering(Tickets tickets, TicketDesk desk, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** Gives the answers that wait. What the desk cannot take now is thrown, and everything that waits goes on waiting. */
    void give(AnswerJob job) {
        transaction.executeWithoutResult(
                status -> tickets.lockWaiting(job.orderId(), job.sequence()).forEach(this::give));
    }

    /** Gives up the answers that wait. */
    void giveUp(AnswerJob job, RuntimeException last) {
        transaction.executeWithoutResult(
                status -> tickets.lockWaiting(job.orderId(), job.sequence()).forEach(answer -> giveUp(answer, last)));
    }

    private void give(TicketAnswer answer) {
        try {
            desk.answer(answer);
            tickets.markAnswered(answer);
        } catch (TicketUndeliverable undeliverable) {
            giveUp(answer, undeliverable);
        }
    }

    private void giveUp(TicketAnswer answer, RuntimeException cause) {
        LOG.error("ticket {} never learns that its order is {}", answer.ticket().number(), answer.status(), cause);
        tickets.markUndeliverable(answer);
    }
}
