package io.aifactory.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training run has started.
 *
 * @param project the project
 * @param model the model
 * @param runId the run
 * @param trigger what made it start
 * @param gold the gold version it learns from; absent when a pipeline trained elsewhere
 * @param startedAt when
 */
@EventType("io.aifactory.training.started.v1")
public record TrainingStarted(
        ProjectId project,
        ModelName model,
        String runId,
        TrainingTrigger trigger,
        @Nullable DatasetReference gold,
        Instant startedAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project + "/" + model;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return runId;
    }
}
