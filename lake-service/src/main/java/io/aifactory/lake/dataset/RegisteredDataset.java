package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/**
 * What versions are registered as. The name alone does not say which: models of a project whose numbers are the same have names
 * in common.
 *
 * @param project the project
 * @param model the model
 * @param environment in which environment
 * @param name what it is called there
 */
public record RegisteredDataset(ProjectId project, ModelName model, EnvironmentTier environment, RegistryName name) {

    /** Returns what the versions of a table are registered as. */
    static RegisteredDataset of(TableId table) {
        return new RegisteredDataset(
                table.zone().project(), table.zone().model(), table.environment(), table.registryName());
    }
}
