package io.aifactory.lake.active;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/**
 * Other data of a model counts from now on. Told to listeners in this service, with the transaction that records it.
 *
 * @param project the project
 * @param model the model
 * @param environment where
 */
public record ActiveChoiceChanged(ProjectId project, ModelName model, EnvironmentTier environment) {}
