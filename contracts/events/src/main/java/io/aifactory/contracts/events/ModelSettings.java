package io.aifactory.contracts.events;

import java.util.List;

/**
 * The effective settings of one model in one project.
 *
 * @param mlType what it learns
 * @param label the column it learns
 * @param key the column that identifies a row and by which source datasets are merged; never a feature
 * @param datasets its source datasets; the first one leads the merge
 * @param split how gold is split
 * @param training how models are searched for
 * @param promotion what a model has to pass
 */
public record ModelSettings(
        MlType mlType,
        String label,
        String key,
        List<DatasetSettings> datasets,
        SplitSettings split,
        TrainingSettings training,
        PromotionSettings promotion) {

    public ModelSettings {
        datasets = List.copyOf(datasets);
    }
}
