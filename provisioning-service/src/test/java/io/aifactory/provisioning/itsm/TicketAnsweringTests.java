package io.aifactory.provisioning.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.provisioning.ServiceDatabase;
import io.aifactory.provisioning.order.OrderStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketAnsweringTests {

    private static final Ticket TICKET =
            TicketFixture.answer(OrderStatus.ACCEPTED, null).ticket();

    private final ServiceDatabase database = ServiceDatabase.fresh();
    private final Tickets tickets = new Tickets(database.client());
    private final FakeDesk desk = new FakeDesk();
    private final TicketAnswering answering = new TicketAnswering(tickets, desk, database.transaction());

    @BeforeEach
    void addATicketWithTwoAnswers() {
        tickets.add(TICKET);
        addAnswer(1, OrderStatus.ACCEPTED);
        addAnswer(2, OrderStatus.COMPLETED);
    }

    @Test
    void givesAnswersInTheirOrderWhicheverJobRunsFirst() {
        answering.give(job(2));
        answering.give(job(1));

        assertThat(desk.given).containsExactly(OrderStatus.ACCEPTED, OrderStatus.COMPLETED);
    }

    @Test
    void givesAnAnswerOnceHoweverOftenItsJobRuns() {
        answering.give(job(1));
        answering.give(job(1));

        assertThat(desk.given).containsExactly(OrderStatus.ACCEPTED);
    }

    @Test
    void keepsAnswersWhileTheDeskIsAway() {
        desk.failure = new IllegalStateException("away");
        assertThatThrownBy(() -> answering.give(job(1))).hasMessage("away");
        desk.failure = null;

        answering.give(job(2));

        assertThat(desk.given).containsExactly(OrderStatus.ACCEPTED, OrderStatus.COMPLETED);
    }

    @Test
    void givesUpAnAnswerThatNeverArrivesAndGoesOn() {
        desk.failure = new TicketUndeliverable("no such record");
        answering.give(job(1));
        desk.failure = null;

        answering.give(job(2));

        assertThat(desk.given).containsExactly(OrderStatus.COMPLETED);
    }

    @Test
    void givesUpWhenItHasTriedOftenEnough() {
        answering.giveUp(job(2), new IllegalStateException("away"));

        answering.give(job(2));

        assertThat(desk.given).isEmpty();
    }

    @Test
    void takesAnotherAnswerWhileTheDeskIsSlow() {
        desk.meanwhile = () -> inAnotherTransaction(() -> addAnswer(3, OrderStatus.COMPLETED));

        answering.give(job(1));

        assertThat(desk.given).containsExactly(OrderStatus.ACCEPTED);
    }

    private static void inAnotherTransaction(Runnable work) {
        // another thread has another connection
        CompletableFuture.runAsync(work).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void addAnswer(int sequence, OrderStatus status) {
        database.client()
                .sql("""
                        INSERT INTO ticket_answer (order_id, sequence, status, project, reasons, decided_at)
                        VALUES (:order, :sequence, :status, 'project001', '{}', :at)
                        """)
                .param("order", TICKET.orderId().value())
                .param("sequence", sequence)
                .param("status", status.name())
                .param("at", OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC))
                .update();
    }

    private static AnswerJob job(int sequence) {
        return new AnswerJob(TICKET.orderId().toString(), sequence);
    }

    private static final class FakeDesk implements TicketDesk {

        private final List<OrderStatus> given = new ArrayList<>();
        private RuntimeException failure;
        private Runnable meanwhile = () -> {};

        @Override
        public void answer(TicketAnswer answer) {
            if (failure != null) {
                throw failure;
            }
            meanwhile.run();
            given.add(answer.status());
        }
    }
}
