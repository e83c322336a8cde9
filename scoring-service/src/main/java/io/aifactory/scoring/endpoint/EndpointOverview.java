package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as people see it.
 *
 * @param environment the environment
 * @param model the model
 * @param version the version that answers; absent before the first deployment
 * @param path the address below the service's own
 * @param deployedAt since when the version answers
 * @param keys how many keys open it
 */
record EndpointOverview(
        EnvironmentTier environment,
        ModelName model,
        @Nullable Integer version,
        String path,
        @Nullable Instant deployedAt,
        int keys) {}
