package io.aifactory.scoring.deployment;

import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deploys what was promoted. */
@Component
class ModelPromotedListener {

    private final DeploymentOrders orders;

    ModelPromotedListener(DeploymentOrders orders) {
        this.orders = orders;
    }

    @EventListener
    void on(ModelPromoted event) {
        orders.place(Deployment.of(
                new ScoringEndpoint(event.project(), event.environment(), event.model()),
                event.promotionId(),
                event.version(),
                event.artifact(),
                event.promotedAt()));
    }
}
