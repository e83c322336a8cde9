package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * Data or scores have moved away from what the model learned.
 *
 * @param project the project
 * @param model the model
 * @param version the model version
 * @param environment the environment
 * @param driftId the finding
 * @param measure what was measured, for instance {@code psi}
 * @param column the column, or {@code prediction}
 * @param value the measured value
 * @param threshold the value from which on it counts as drift
 * @param detectedAt when
 */
@EventType("io.aifactory.drift.detected.v1")
public record DriftDetected(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        EnvironmentTier environment,
        String driftId,
        String measure,
        String column,
        double value,
        double threshold,
        Instant detectedAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project + "/" + model + "/" + environment;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return driftId;
    }
}
