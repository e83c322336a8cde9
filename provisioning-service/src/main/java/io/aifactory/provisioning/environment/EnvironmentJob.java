package io.aifactory.provisioning.environment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.io.Serializable;

/**
 * The job of making one environment.
 *
 * @param project the project
 * @param environment the environment
 */
record EnvironmentJob(String project, String environment) implements Serializable {

    static final TaskDescriptor<EnvironmentJob> DESCRIPTOR =
            TaskDescriptor.of("provision-environment", EnvironmentJob.class);

    static TaskInstance<EnvironmentJob> of(ProjectId project, EnvironmentTier tier) {
        return DESCRIPTOR
                .instance(project + "/" + tier)
                .data(new EnvironmentJob(project.value(), tier.label()))
                .build();
    }

    ProjectId projectId() {
        return new ProjectId(project);
    }

    EnvironmentTier tier() {
        return EnvironmentTier.of(environment);
    }
}
