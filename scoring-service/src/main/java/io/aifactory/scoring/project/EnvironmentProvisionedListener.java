package io.aifactory.scoring.project;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gets to know a project with its first environment. */
@Component
class EnvironmentProvisionedListener {

    private final Projects projects;

    EnvironmentProvisionedListener(Projects projects) {
        this.projects = projects;
    }

    @EventListener
    void on(EnvironmentProvisioned event) {
        projects.add(event.project());
    }
}
