package io.aifactory.promotion.registry;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model version that leads in an environment, or led there once.
 *
 * @param promotionId the promotion that made it champion
 * @param project the project
 * @param model the model
 * @param environment the environment
 * @param version the version
 * @param artifact its artifact, in that environment's lake
 * @param approvedBy who approved
 * @param since from when on
 * @param until until when; absent while it leads
 * @param deployedAt when it first answered there; absent until it does
 */
public record Champion(
        String promotionId,
        ProjectId project,
        ModelName model,
        EnvironmentTier environment,
        int version,
        ModelArtifactReference artifact,
        String approvedBy,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant deployedAt) {}
