package io.aifactory.promotion.settings;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionSettings;

/**
 * What a model has to pass, as last announced.
 *
 * @param project the project
 * @param model the model
 * @param revision which of its settings these are
 * @param mlType what it learns
 * @param promotion what it has to pass
 */
public record ConfiguredModel(
        ProjectId project, ModelName model, int revision, MlType mlType, PromotionSettings promotion) {

    /** Returns whether a person has to approve the model's entry to the environment. */
    public boolean approvalRequired(EnvironmentTier environment) {
        return promotion.approvalRequired().contains(environment);
    }
}
