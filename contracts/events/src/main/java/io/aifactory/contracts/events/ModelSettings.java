package io.aifactory.contracts.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param phase what becomes of its data; absent: {@link DataPhase#PRODUCTION}
 */
public record ModelSettings(
        MlType mlType,
        String label,
        String key,
        List<DatasetSettings> datasets,
        SplitSettings split,
        TrainingSettings training,
        PromotionSettings promotion,
        @Nullable DataPhase phase) {

    public ModelSettings {
        datasets = List.copyOf(datasets);
    }

    /** A model in production. */
    public ModelSettings(
            MlType mlType,
            String label,
            String key,
            List<DatasetSettings> datasets,
            SplitSettings split,
            TrainingSettings training,
            PromotionSettings promotion) {
        this(mlType, label, key, datasets, split, training, promotion, null);
    }
}
