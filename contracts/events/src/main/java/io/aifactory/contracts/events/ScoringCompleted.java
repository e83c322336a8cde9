package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows have been scored and their scores lie in the lake.
 *
 * @param project the project
 * @param model the model
 * @param version the model version that scored
 * @param environment the environment
 * @param scoringId the scoring
 * @param kind online or batch
 * @param callers who asked
 * @param rows how many rows
 * @param scored where the scores lie
 * @param input the dataset that was scored, for batch
 * @param completedAt when
 */
@EventType("io.aifactory.scoring.completed.v1")
public record ScoringCompleted(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        EnvironmentTier environment,
        String scoringId,
        ScoringKind kind,
        List<String> callers,
        @AtLeast(0) long rows,
        LakeFile scored,
        @Nullable DatasetReference input,
        Instant completedAt)
        implements FactoryEvent {

    public ScoringCompleted {
        callers = List.copyOf(callers);
    }

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
        return scoringId;
    }
}
