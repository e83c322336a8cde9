package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.environment.ProvisioningEnded;
import io.aifactory.provisioning.environment.ProvisioningStarted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries an order on as its environments come along. */
@Component
class OrderProgressListener {

    private final ProjectOrders orders;
    private final ApplicationEventPublisher watchers;

    OrderProgressListener(ProjectOrders orders, ApplicationEventPublisher watchers) {
        this.orders = orders;
        this.watchers = watchers;
    }

    @EventListener
    void on(ProvisioningStarted started) {
        ProjectOrder order = orderOf(started.project());
        order.start();
        changed(order);
    }

    @EventListener
    void on(ProvisioningEnded ended) {
        ProjectOrder order = orderOf(ended.project());
        if (ended.failures().isEmpty()) {
            order.complete();
        } else {
            order.fail(ended.failures());
        }
        changed(order);
    }

    private ProjectOrder orderOf(ProjectId project) {
        return orders.findByProject(project).orElseThrow(() -> new IllegalStateException("nobody ordered " + project));
    }

    private void changed(ProjectOrder order) {
        orders.update(order);
        watchers.publishEvent(new OrderStatusChanged(order));
    }
}
