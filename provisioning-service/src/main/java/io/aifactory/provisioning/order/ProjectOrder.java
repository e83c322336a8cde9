package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TicketReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a project, from its submission to its end. What may follow what is the {@linkplain OrderStatus status's} to say. */
public final class ProjectOrder {

    private final ProjectOrderId id;
    private final OrderSubmission submission;
    private OrderStatus status;
    private @Nullable ProjectId project;
    private List<String> reasons;

    private ProjectOrder(
            ProjectOrderId id,
            OrderSubmission submission,
            OrderStatus status,
            @Nullable ProjectId project,
            List<String> reasons) {
        this.id = id;
        this.submission = submission;
        this.status = status;
        this.project = project;
        this.reasons = List.copyOf(reasons);
    }

    static ProjectOrder submitted(ProjectOrderId id, OrderSubmission submission) {
        return new ProjectOrder(id, submission, OrderStatus.SUBMITTED, null, List.of());
    }

    static ProjectOrder restored(
            ProjectOrderId id,
            OrderSubmission submission,
            OrderStatus status,
            @Nullable ProjectId project,
            List<String> reasons) {
        return new ProjectOrder(id, submission, status, project, reasons);
    }

    /** Takes the order: its project has a number. */
    void accept(ProjectId number) {
        become(OrderStatus.ACCEPTED);
        project = number;
    }

    /** Turns the order down. */
    void reject(List<String> why) {
        become(OrderStatus.REJECTED);
        reasons = List.copyOf(why);
    }

    /** Notes that the environments are being made. */
    void start() {
        become(OrderStatus.IN_PROGRESS);
    }

    /** Notes that all environments are there. */
    void complete() {
        become(OrderStatus.COMPLETED);
    }

    /** Notes that the environments could not all be made. */
    void fail(List<String> why) {
        become(OrderStatus.FAILED);
        reasons = List.copyOf(why);
    }

    private void become(OrderStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("order %s is %s and cannot become %s".formatted(id, status, next));
        }
        status = next;
    }

    public ProjectOrderId id() {
        return id;
    }

    public OrderStatus status() {
        return status;
    }

    /** Returns the project; absent until the order is accepted. */
    public @Nullable ProjectId project() {
        return project;
    }

    /** Returns why the order was rejected or failed; empty otherwise. */
    public List<String> reasons() {
        return reasons;
    }

    /** Returns the ticket the order came with, if it did. */
    public @Nullable TicketReference ticket() {
        return submission.ticket();
    }

    public String displayName() {
        return submission.displayName();
    }

    public String owner() {
        return submission.owner();
    }

    public String costCenter() {
        return submission.costCenter();
    }

    public List<EnvironmentTier> environments() {
        return submission.environments();
    }

    public Instant orderedAt() {
        return submission.submittedAt();
    }

    OrderSubmission submission() {
        return submission;
    }
}
