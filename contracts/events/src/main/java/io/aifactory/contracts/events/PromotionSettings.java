package io.aifactory.contracts.events;

import java.util.List;

/**
 * What a model has to pass on its way.
 *
 * @param weights the comparison with the champion, all of which have to pass
 * @param approvalRequired the environments a person has to approve entry to
 */
public record PromotionSettings(List<MetricWeight> weights, List<EnvironmentTier> approvalRequired) {

    public PromotionSettings {
        weights = List.copyOf(weights);
        approvalRequired = List.copyOf(approvalRequired);
    }
}
