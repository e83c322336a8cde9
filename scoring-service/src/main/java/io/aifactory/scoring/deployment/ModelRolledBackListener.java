package io.aifactory.scoring.deployment;

import io.aifactory.contracts.events.ModelRolledBack;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deploys what is the champion again. */
@Component
class ModelRolledBackListener {

    private final DeploymentOrders orders;

    ModelRolledBackListener(DeploymentOrders orders) {
        this.orders = orders;
    }

    @EventListener
    void on(ModelRolledBack event) {
        orders.place(Deployment.of(
                new ScoringEndpoint(event.project(), event.environment(), event.model()),
                event.rollbackId(),
                event.version(),
                event.artifact(),
                event.rolledBackAt()));
    }
}
