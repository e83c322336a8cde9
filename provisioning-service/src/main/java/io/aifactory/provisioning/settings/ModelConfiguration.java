package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.Map;

/**
 * What was announced for a model of a project.
 *
 * @param project the project
 * @param model the model
 * @param revision counts the changes, from 1
 * @param owner who answers for the model
 * @param settings the effective settings
 * @param levels the level that each setting with a default came from
 * @param configuredAt when
 */
record ModelConfiguration(
        ProjectId project,
        ModelName model,
        int revision,
        String owner,
        ModelSettings settings,
        Map<String, String> levels,
        Instant configuredAt) {

    ModelConfiguration {
        levels = Map.copyOf(levels);
    }

    ModelConfigured announcement() {
        return new ModelConfigured(project, model, revision, owner, settings, configuredAt);
    }
}
