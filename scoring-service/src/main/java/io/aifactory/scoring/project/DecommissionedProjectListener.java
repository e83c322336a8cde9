package io.aifactory.scoring.project;

import io.aifactory.contracts.events.ProjectDecommissioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers when a project was given up; its scores can still be found. */
@Component
class DecommissionedProjectListener {

    private final Projects projects;

    DecommissionedProjectListener(Projects projects) {
        this.projects = projects;
    }

    @EventListener
    void on(ProjectDecommissioned event) {
        projects.decommission(event.project(), event.decommissionedAt());
    }
}
