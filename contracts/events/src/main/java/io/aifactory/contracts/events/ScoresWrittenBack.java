package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * Scores have been written to the database they were meant for.
 *
 * @param project the project
 * @param model the model
 * @param version the model version that scored
 * @param environment the environment
 * @param scoringId the scoring
 * @param target the database and table, without credentials
 * @param rows how many rows
 * @param writtenAt when
 */
@EventType("io.aifactory.scores.written-back.v1")
public record ScoresWrittenBack(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        EnvironmentTier environment,
        String scoringId,
        String target,
        @AtLeast(0) long rows,
        Instant writtenAt)
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
        return scoringId + "/" + target;
    }
}
