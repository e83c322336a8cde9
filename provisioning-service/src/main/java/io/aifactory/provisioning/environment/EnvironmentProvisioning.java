package io.aifactory.provisioning.environment;

import io.aifactory.contracts.events.ProvisionedResource;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an environment through its steps. What was taken is written down at once, so an interrupted environment goes on where it was. */
@Component
class EnvironmentProvisioning {

    private final EnvironmentProvisioner provisioner;
    private final ProjectPlans plans;
    private final ProjectEnvironments environments;
    private final Inventory inventory;
    private final EnvironmentEnd end;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnvironmentProvisioning(
            EnvironmentProvisioner provisioner,
            ProjectPlans plans,
            ProjectEnvironments environments,
            Inventory inventory,
            EnvironmentEnd end,
            TransactionTemplate transaction,
            Clock clock) {
        this.provisioner = provisioner;
        this.plans = plans;
        this.environments = environments;
        this.inventory = inventory;
        this.end = end;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes the environment. Nothing happens if it has ended already.
     *
     * @throws StepFailed if a step did not work
     */
    void provision(EnvironmentJob job) {
        if (!Boolean.TRUE.equals(transaction.execute(status -> begin(job)))) {
            return;
        }
        ProjectEnvironment environment = environments.get(job.projectId(), job.tier());
        EnvironmentPlan plan = plans.planOf(job.projectId(), job.tier());
        for (ProvisioningStep step : provisioner.steps()) {
            if (!inventory.hasTaken(environment, step)) {
                List<ProvisionedResource> made = take(step, plan);
                transaction.executeWithoutResult(status -> inventory.record(environment, step, made, clock.instant()));
            }
        }
        transaction.executeWithoutResult(status -> end.succeed(job));
    }

    /** Gives the environment up. Nothing happens if it has ended already. */
    void giveUp(EnvironmentJob job, StepFailed failed) {
        transaction.executeWithoutResult(status -> end.fail(job, failed));
    }

    /** Returns whether there is something to do. Another run of the job may end the environment at any time, but not while this looks. */
    private boolean begin(EnvironmentJob job) {
        plans.lock(job.projectId());
        ProjectEnvironment environment = environments.get(job.projectId(), job.tier());
        if (environment.state().hasEnded()) {
            return false;
        }
        environment.begin();
        environments.update(environment);
        return true;
    }

    private static List<ProvisionedResource> take(ProvisioningStep step, EnvironmentPlan plan) {
        try {
            return step.take(plan);
        } catch (RuntimeException e) {
            throw new StepFailed(step.name(), e);
        }
    }
}
