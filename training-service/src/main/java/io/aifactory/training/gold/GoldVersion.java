package io.aifactory.training.gold;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.List;

/**
 * A version of a model's gold data in dev, with its three parts.
 *
 * @param project the project
 * @param model the model
 * @param gold all rows
 * @param train the part to learn from
 * @param validate the part to choose by
 * @param test the part to compare on
 * @param inputs the dataset versions gold was made from
 * @param savedAt when it was saved
 */
public record GoldVersion(
        ProjectId project,
        ModelName model,
        DatasetReference gold,
        DatasetReference train,
        DatasetReference validate,
        DatasetReference test,
        List<DatasetReference> inputs,
        Instant savedAt) {

    public GoldVersion {
        inputs = List.copyOf(inputs);
    }

    /** The version's number. */
    public int version() {
        return gold.version();
    }
}
