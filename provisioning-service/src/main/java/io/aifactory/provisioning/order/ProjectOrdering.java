package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectOrderRejected;
import io.aifactory.contracts.events.ProjectOrdered;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.provisioning.member.Members;
import io.aifactory.provisioning.settings.ConfiguredModels;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders and turns them down; the same order sent again stays one order. */
@Component
public class ProjectOrdering {

    private final ProjectOrders orders;
    private final ProjectNumbers numbers;
    private final Members members;
    private final ConfiguredModels models;
    private final Outbox outbox;
    private final ApplicationEventPublisher watchers;
    private final Clock clock;

    ProjectOrdering(
            ProjectOrders orders,
            ProjectNumbers numbers,
            Members members,
            ConfiguredModels models,
            Outbox outbox,
            ApplicationEventPublisher watchers,
            Clock clock) {
        this.orders = orders;
        this.numbers = numbers;
        this.members = members;
        this.models = models;
        this.outbox = outbox;
        this.watchers = watchers;
        this.clock = clock;
    }

    /**
     * Takes a valid order and gives its project the next number; if there is none left, the order is rejected. An order
     * of the same id that is there already is returned as it is.
     */
    @Transactional
    public ProjectOrder place(OrderSource source, OrderTerms terms) {
        var order = ProjectOrder.submitted(source.id(), OrderSubmission.of(terms, source, clock.instant()));
        if (!orders.add(order)) {
            return existing(source);
        }
        Optional<ProjectId> project = numbers.next();
        if (project.isPresent()) {
            accept(order, project.get(), terms);
        } else {
            reject(order, List.of("all 999 project numbers are taken"));
        }
        return order;
    }

    /** Turns down an order that is not valid. An order of the same id that is there already is returned as it is. */
    @Transactional
    public ProjectOrder reject(OrderSource source, List<String> reasons) {
        var order = ProjectOrder.submitted(source.id(), OrderSubmission.unreadable(source, clock.instant()));
        if (!orders.add(order)) {
            return existing(source);
        }
        reject(order, reasons);
        return order;
    }

    private ProjectOrder existing(OrderSource source) {
        return orders.find(source.id()).orElseThrow();
    }

    private void accept(ProjectOrder order, ProjectId project, OrderTerms terms) {
        order.accept(project);
        changed(order);
        outbox.publish(new ProjectOrdered(
                project,
                order.id().toString(),
                terms.displayName(),
                terms.owner(),
                terms.costCenter(),
                terms.environments(),
                order.ticket(),
                order.orderedAt()));
        members.change(project, terms.members());
        models.configure(project, terms.owner(), terms.models());
    }

    private void reject(ProjectOrder order, List<String> reasons) {
        order.reject(reasons);
        changed(order);
        outbox.publish(new ProjectOrderRejected(order.id().toString(), reasons, order.ticket(), order.orderedAt()));
    }

    private void changed(ProjectOrder order) {
        orders.update(order);
        watchers.publishEvent(new OrderStatusChanged(order));
    }
}
