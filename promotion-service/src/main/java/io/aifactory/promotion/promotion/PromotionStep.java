package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/**
 * One step of a model version's way: into dev where it was trained, from dev to test, or from test to prod. There is no
 * other.
 *
 * @param project the project
 * @param model the model
 * @param version the version
 * @param to where it is to go
 */
public record PromotionStep(ProjectId project, ModelName model, int version, EnvironmentTier to) {

    /** Returns where it comes from: the environment before, or dev itself for dev. */
    public EnvironmentTier from() {
        return switch (to) {
            case DEV, TEST -> EnvironmentTier.DEV;
            case PROD -> EnvironmentTier.TEST;
        };
    }

    /** Returns whether it stays in the environment it was trained in. */
    public boolean isEntry() {
        return from() == to;
    }
}
