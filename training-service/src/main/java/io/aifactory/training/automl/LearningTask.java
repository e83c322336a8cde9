package io.aifactory.training.automl;

import io.aifactory.contracts.model.FeatureSchema;
import java.util.Map;

/**
 * What is to be learned from which rows.
 *
 * @param schema the features and what is predicted
 * @param train rows to learn from
 * @param validate rows to choose by, and to learn from once the choice is made
 * @param leftOut columns that became no feature, with the reason
 */
public record LearningTask(
        FeatureSchema schema, TrainingRows train, TrainingRows validate, Map<String, String> leftOut) {

    public LearningTask {
        leftOut = Map.copyOf(leftOut);
    }
}
