package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A training run ended without a model.
 *
 * @param project the project
 * @param model the model
 * @param runId the run
 * @param reason why
 * @param failedAt when
 */
@EventType("io.aifactory.training.failed.v1")
public record TrainingFailed(ProjectId project, ModelName model, String runId, String reason, Instant failedAt)
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
