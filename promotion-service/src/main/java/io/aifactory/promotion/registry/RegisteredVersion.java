package io.aifactory.promotion.registry;

import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;

/**
 * A model version that was trained.
 *
 * @param project the project
 * @param model the model
 * @param version the version
 * @param requestedBy who answers for it
 * @param artifact its artifact, where it was trained
 * @param trainedAt when
 */
public record RegisteredVersion(
        ProjectId project,
        ModelName model,
        int version,
        String requestedBy,
        ModelArtifactReference artifact,
        Instant trainedAt) {}
