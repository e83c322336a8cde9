package io.aifactory.contracts.messaging;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingFailed;
import java.time.Instant;
import java.util.List;

/** Events as tests need them. */
public final class SampleEvents {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private SampleEvents() {}

    public static EnvironmentProvisioned provisioned(int project, int revision) {
        return new EnvironmentProvisioned(ProjectId.of(project), EnvironmentTier.DEV, revision, List.of(), NOON);
    }

    public static TrainingFailed trainingFailed(int project, String reason) {
        return new TrainingFailed(
                ProjectId.of(project),
                new ModelName("11_diabetes_model_reg"),
                "run-" + project + reason.length(),
                reason,
                NOON);
    }
}
