package io.aifactory.provisioning.itsm;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.order.OrderStatus;
import io.aifactory.provisioning.order.ProjectOrder;
import io.aifactory.provisioning.order.ProjectOrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets that became orders, and the answers each of them gets. */
@Repository
class Tickets {

    private final JdbcClient database;

    Tickets(JdbcClient database) {
        this.database = database;
    }

    /** Adds a ticket unless it is there, and returns whether it was added. */
    boolean add(Ticket ticket) {
        return database.sql("""
                        INSERT INTO ticket (order_id, system, instance, record_id, number, callback_url)
                        VALUES (:order, :system, :instance, :record, :number, :callback) ON CONFLICT DO NOTHING
                        """)
                        .param("order", ticket.orderId().value())
                        .param("system", ticket.system())
                        .param("instance", ticket.instance())
                        .param("record", ticket.recordId())
                        .param("number", ticket.number())
                        .param("callback", ticket.callbackUrl())
                        .update()
                > 0;
    }

    /** Adds the order's status as the ticket's next answer, and returns which one it is. */
    int addAnswer(ProjectOrder order, Instant at) {
        ProjectId project = order.project();
        return database.sql("""
                        INSERT INTO ticket_answer (order_id, sequence, status, project, reasons, decided_at)
                        SELECT :order, coalesce(max(sequence), 0) + 1, :status, :project, :reasons, :at
                        FROM ticket_answer WHERE order_id = :order
                        RETURNING sequence
                        """)
                .param("order", order.id().value())
                .param("status", order.status().name())
                .param("project", project == null ? null : project.value())
                .param("reasons", order.reasons().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Returns the answers that wait up to the given one, in order. Until the transaction is over nobody else gives the ticket answers; more may be added. */
    List<TicketAnswer> lockWaiting(ProjectOrderId order, int upTo) {
        database.sql("SELECT 1 FROM ticket WHERE order_id = :order FOR NO KEY UPDATE")
                .param("order", order.value())
                .query(Integer.class)
                .single();
        return database.sql("""
                        SELECT t.system, t.instance, t.record_id, t.number, t.callback_url, a.*
                        FROM ticket_answer a JOIN ticket t USING (order_id)
                        WHERE a.order_id = :order AND a.sequence <= :upTo AND a.state = 'WAITING' ORDER BY a.sequence
                        """)
                .param("order", order.value())
                .param("upTo", upTo)
                .query(Tickets::answer)
                .list();
    }

    void markAnswered(TicketAnswer answer) {
        mark(answer, "ANSWERED");
    }

    void markUndeliverable(TicketAnswer answer) {
        mark(answer, "UNDELIVERABLE");
    }

    private void mark(TicketAnswer answer, String state) {
        database.sql("UPDATE ticket_answer SET state = :state WHERE order_id = :order AND sequence = :sequence")
                .param("state", state)
                .param("order", answer.order().value())
                .param("sequence", answer.sequence())
                .update();
    }

    private static TicketAnswer answer(ResultSet row, int number) throws SQLException {
        String project = row.getString("project");
        return new TicketAnswer(
                new Ticket(
                        row.getString("system"),
                        row.getString("instance"),
                        row.getString("record_id"),
                        row.getString("number"),
                        row.getString("callback_url")),
                row.getInt("sequence"),
                new ProjectOrderId(row.getObject("order_id", UUID.class)),
                OrderStatus.valueOf(row.getString("status")),
                project == null ? null : new ProjectId(project),
                Arrays.asList((String[]) row.getArray("reasons").getArray()),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
