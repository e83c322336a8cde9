package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentProvisioningFailed;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectProvisioned;
import io.aifactory.contracts.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends environments, one at a time in each project, and with the last of them the project's provisioning. */
@Component
class EnvironmentEnd {

    private final ProjectPlans plans;
    private final ProjectEnvironments environments;
    private final Inventory inventory;
    private final Outbox outbox;
    private final ApplicationEventPublisher watchers;
    private final Clock clock;

    EnvironmentEnd(
            ProjectPlans plans,
            ProjectEnvironments environments,
            Inventory inventory,
            Outbox outbox,
            ApplicationEventPublisher watchers,
            Clock clock) {
        this.plans = plans;
        this.environments = environments;
        this.inventory = inventory;
        this.outbox = outbox;
        this.watchers = watchers;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void succeed(EnvironmentJob job) {
        String displayName = plans.lock(job.projectId());
        ProjectEnvironment environment = environments.get(job.projectId(), job.tier());
        if (environment.state().hasEnded()) {
            return;
        }
        Instant now = clock.instant();
        environment.succeed(now);
        environments.update(environment);
        outbox.publish(new EnvironmentProvisioned(
                job.projectId(), job.tier(), environment.revision(), inventory.of(job.projectId(), job.tier()), now));
        endProject(job.projectId(), displayName, now);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void fail(EnvironmentJob job, StepFailed failed) {
        String displayName = plans.lock(job.projectId());
        ProjectEnvironment environment = environments.get(job.projectId(), job.tier());
        if (environment.state().hasEnded()) {
            return;
        }
        Instant now = clock.instant();
        environment.fail("%s of %s: %s".formatted(failed.step(), job.tier(), failed.reason()));
        environments.update(environment);
        outbox.publish(new EnvironmentProvisioningFailed(
                job.projectId(), job.tier(), environment.revision(), failed.step(), failed.reason(), now));
        endProject(job.projectId(), displayName, now);
    }

    private void endProject(ProjectId project, String displayName, Instant now) {
        List<ProjectEnvironment> all = environments.of(project);
        if (!all.stream().allMatch(environment -> environment.state().hasEnded())) {
            return;
        }
        List<String> failures = all.stream()
                .map(ProjectEnvironment::failure)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        if (failures.isEmpty()) {
            outbox.publish(new ProjectProvisioned(
                    project,
                    displayName,
                    all.stream().map(ProjectEnvironment::tier).toList(),
                    now));
        }
        watchers.publishEvent(new ProvisioningEnded(project, failures));
    }
}
