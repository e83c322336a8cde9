package io.aifactory.training.settings;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;

/**
 * A model's settings.
 *
 * @param project the project
 * @param model the model
 * @param revision counts the changes
 * @param owner who answers for the model
 * @param settings the settings
 */
public record ConfiguredModel(ProjectId project, ModelName model, int revision, String owner, ModelSettings settings) {}
