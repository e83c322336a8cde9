package io.aifactory.scoring.deployment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.aifactory.scoring.endpoint.Endpoints;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Notes that a version is to be deployed, and starts the job that does it. */
@Component
class DeploymentOrders {

    private static final TaskDescriptor<String> JOB = TaskDescriptor.of(DeploymentJob.NAME, String.class);

    private final Endpoints endpoints;
    private final Deployments deployments;
    private final SchedulerClient jobs;
    private final Clock clock;

    DeploymentOrders(Endpoints endpoints, Deployments deployments, SchedulerClient jobs, Clock clock) {
        this.endpoints = endpoints;
        this.deployments = deployments;
        this.jobs = jobs;
        this.clock = clock;
    }

    void place(Deployment deployment) {
        endpoints.open(deployment.endpoint(), clock.instant());
        deployments.add(deployment);
        jobs.scheduleIfNotExists(
                JOB.instance(deployment.id()).data(deployment.id()).scheduledTo(clock.instant()));
    }
}
