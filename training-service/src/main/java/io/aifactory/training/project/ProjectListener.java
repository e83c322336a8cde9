package io.aifactory.training.project;

import io.aifactory.contracts.events.BudgetExceeded;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what is announced about projects. */
@Component
class ProjectListener {

    private final Projects projects;
    private final BudgetStops stops;

    ProjectListener(Projects projects, BudgetStops stops) {
        this.projects = projects;
        this.stops = stops;
    }

    @EventListener
    void on(EnvironmentProvisioned event) {
        projects.keep(event.project());
    }

    @EventListener
    void on(BudgetExceeded event) {
        stops.keep(
                event.project(),
                event.day(),
                "%s has spent %s %s of its monthly budget of %s %s; no training starts before the month ends"
                        .formatted(event.project(), event.spent(), event.currency(), event.budget(), event.currency()));
    }
}
