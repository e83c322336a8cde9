package io.aifactory.promotion.settings;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class EnvironmentProvisionedListener {

    private final ProjectEnvironments environments;

    EnvironmentProvisionedListener(ProjectEnvironments environments) {
        this.environments = environments;
    }

    @EventListener
    void on(EnvironmentProvisioned provisioned) {
        environments.add(provisioned.project(), provisioned.environment());
    }
}
