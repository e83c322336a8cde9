package io.aifactory.provisioning.environment;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs that make environments: again with growing pauses what may work later, given up what never will. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnvironmentProperties.class)
class EnvironmentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentJobs.class);

    @Bean
    OneTimeTask<EnvironmentJob> provisionEnvironment(
            EnvironmentProvisioning provisioning, EnvironmentProperties properties) {
        return Tasks.oneTime(EnvironmentJob.DESCRIPTOR)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(properties.firstRetry()))
                .execute((instance, context) -> run(provisioning, properties, instance, context));
    }

    private static void run(
            EnvironmentProvisioning provisioning,
            EnvironmentProperties properties,
            TaskInstance<EnvironmentJob> instance,
            ExecutionContext context) {
        try {
            provisioning.provision(instance.getData());
        } catch (StepFailed failed) {
            int attempts = context.getExecution().consecutiveFailures + 1;
            if (!failed.isFinal() && attempts < properties.attempts()) {
                throw failed;
            }
            LOG.error("{} could not be made after {} attempts", instance.getId(), attempts, failed);
            provisioning.giveUp(instance.getData(), failed);
        }
    }
}
