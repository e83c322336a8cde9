package io.aifactory.scoring.deployment;

import io.aifactory.contracts.events.ProjectDecommissioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the deployments of a project that was given up. */
@Component
class RetiringListener {

    private final Deployments deployments;

    RetiringListener(Deployments deployments) {
        this.deployments = deployments;
    }

    @EventListener
    void on(ProjectDecommissioned event) {
        deployments.retireAll(event.project());
    }
}
