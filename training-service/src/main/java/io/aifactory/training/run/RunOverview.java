package io.aifactory.training.run;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.TrainingTrigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run in a list. */
record RunOverview(
        String runId,
        ModelName model,
        TrainingTrigger trigger,
        RunState state,
        @Nullable Integer goldVersion,
        @Nullable String buildId,
        @Nullable Integer modelVersion,
        @Nullable String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static RunOverview of(TrainingRun run) {
        var progress = run.progress();
        return new RunOverview(
                run.id().value(),
                run.model(),
                run.trigger(),
                progress.state(),
                run.input() instanceof RunInput.Gold gold ? gold.version() : null,
                run.input() instanceof RunInput.Delivery delivery ? delivery.buildId() : null,
                progress.modelVersion(),
                progress.reason(),
                run.requestedBy(),
                progress.requestedAt(),
                progress.startedAt(),
                progress.finishedAt());
    }
}
