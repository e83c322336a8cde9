package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/**
 * Where versions are counted.
 *
 * @param project the project
 * @param model the model
 * @param dataset which dataset
 * @param layer how far it is refined
 * @param environment in which environment
 */
public record DatasetAddress(
        ProjectId project, ModelName model, DatasetName dataset, LakeLayer layer, EnvironmentTier environment) {

    /** Returns what it is registered as. */
    public RegisteredDataset registered(boolean toScore) {
        return new RegisteredDataset(project, model, environment, RegistryName.of(model, dataset, layer, toScore));
    }

    @Override
    public String toString() {
        return "%s %s %s %s in %s".formatted(project, model, dataset, layer, environment);
    }
}
