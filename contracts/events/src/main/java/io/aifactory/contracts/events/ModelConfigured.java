package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A model's effective settings have changed.
 *
 * @param project the project
 * @param model the model
 * @param revision counts the changes, from 1
 * @param owner who answers for the model
 * @param settings the settings from now on
 * @param configuredAt when
 */
@EventType("io.aifactory.model.configured.v1")
public record ModelConfigured(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int revision,
        String owner,
        ModelSettings settings,
        Instant configuredAt)
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
        return subject() + "/" + revision;
    }
}
