package io.aifactory.provisioning.environment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectOrdered;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts every environment of a project that was ordered. */
@Component
class ProjectOrderedListener {

    private final ProjectPlans plans;
    private final ProjectEnvironments environments;
    private final SchedulerClient jobs;
    private final ApplicationEventPublisher watchers;
    private final Clock clock;

    ProjectOrderedListener(
            ProjectPlans plans,
            ProjectEnvironments environments,
            SchedulerClient jobs,
            ApplicationEventPublisher watchers,
            Clock clock) {
        this.plans = plans;
        this.environments = environments;
        this.jobs = jobs;
        this.watchers = watchers;
        this.clock = clock;
    }

    @EventListener
    void on(ProjectOrdered ordered) {
        plans.add(ordered);
        for (EnvironmentTier tier : ordered.environments()) {
            environments.add(ProjectEnvironment.accepted(ordered.project(), tier));
            jobs.scheduleIfNotExists(EnvironmentJob.of(ordered.project(), tier), clock.instant());
        }
        watchers.publishEvent(new ProvisioningStarted(ordered.project()));
    }
}
