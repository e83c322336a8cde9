package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TicketReference;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All orders. */
@Repository
public class ProjectOrders {

    private final JdbcClient database;

    ProjectOrders(JdbcClient database) {
        this.database = database;
    }

    /** Returns the order of the given id. */
    public Optional<ProjectOrder> find(ProjectOrderId id) {
        return database.sql("SELECT * FROM project_order WHERE id = :id")
                .param("id", id.value())
                .query(OrderRows::order)
                .optional();
    }

    /** Returns the newest order that came with a ticket of the given number. */
    public Optional<ProjectOrder> findByTicket(String number) {
        return database.sql(
                        "SELECT * FROM project_order WHERE ticket_number = :number ORDER BY submitted_at DESC LIMIT 1")
                .param("number", number)
                .query(OrderRows::order)
                .optional();
    }

    /** Returns the order of the given project. */
    public Optional<ProjectOrder> findByProject(ProjectId project) {
        return database.sql("SELECT * FROM project_order WHERE project = :project")
                .param("project", project.value())
                .query(OrderRows::order)
                .optional();
    }

    /** Returns every order that became a project, by number. */
    public List<ProjectOrder> withProject() {
        return database.sql("SELECT * FROM project_order WHERE project IS NOT NULL ORDER BY project")
                .query(OrderRows::order)
                .list();
    }

    /** Adds the order unless it is there, and returns whether it was added. Waits for whoever adds the same at the same time. */
    boolean add(ProjectOrder order) {
        OrderSubmission submission = order.submission();
        TicketReference ticket = submission.ticket();
        return database.sql("""
                        INSERT INTO project_order (id, status, display_name, owner, cost_center, environments, ordered_by,
                            fingerprint, ticket_system, ticket_instance, ticket_number, reasons, submitted_at)
                        VALUES (:id, :status, :displayName, :owner, :costCenter, :environments, :orderedBy,
                            :fingerprint, :ticketSystem, :ticketInstance, :ticketNumber, '{}', :at)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", order.id().value())
                        .param("status", order.status().name())
                        .param("displayName", submission.displayName())
                        .param("owner", submission.owner())
                        .param("costCenter", submission.costCenter())
                        .param("environments", OrderRows.labels(submission.environments()))
                        .param("orderedBy", submission.orderedBy())
                        .param("fingerprint", submission.fingerprint())
                        .param("ticketSystem", ticket == null ? null : ticket.system())
                        .param("ticketInstance", ticket == null ? null : ticket.instance())
                        .param("ticketNumber", ticket == null ? null : ticket.number())
                        .param("at", submission.submittedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Writes down how far the order has come. */
    void update(ProjectOrder order) {
        @Nullable ProjectId project = order.project();
        database.sql("UPDATE project_order SET status = :status, project = :project, reasons = :reasons WHERE id = :id")
                .param("status", order.status().name())
                .param("project", project == null ? null : project.value())
                .param("reasons", order.reasons().toArray(String[]::new))
                .param("id", order.id().value())
                .update();
    }
}
