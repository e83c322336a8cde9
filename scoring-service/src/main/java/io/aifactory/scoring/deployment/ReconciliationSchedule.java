package io.aifactory.scoring.deployment;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Repeats the reconciliation at every replica, each for its own memory. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReconciliationSchedule implements SchedulingConfigurer {

    private final Reconciliation reconciliation;
    private final DeploymentProperties properties;

    ReconciliationSchedule(Reconciliation reconciliation, DeploymentProperties properties) {
        this.reconciliation = reconciliation;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(
                reconciliation::reconcile, properties.reconcileEvery(), properties.reconcileEvery()));
    }
}
