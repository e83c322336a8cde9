package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import java.util.List;
import java.util.Map;

/**
 * A model as it was ordered, with what holds for it.
 *
 * @param name the model
 * @param settings its effective settings
 * @param levels the level that each setting with a default came from, by its path such as {@code split.train}
 */
public record ModelOrder(ModelName name, ModelSettings settings, Map<String, String> levels) {

    public ModelOrder {
        levels = Map.copyOf(levels);
    }

    /** Returns whether a person has to approve the model's way into any of the given environments. */
    public boolean needsApprovalIn(List<EnvironmentTier> environments) {
        return settings.promotion().approvalRequired().stream().anyMatch(environments::contains);
    }
}
