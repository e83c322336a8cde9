package io.aifactory.training.run;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;

/**
 * A run that makes one version of a model.
 *
 * @param id the run
 * @param project the project
 * @param model the model
 * @param trigger what made it start
 * @param input what it makes the version from
 * @param requestedBy who answers for it
 * @param progress how far it is
 */
public record TrainingRun(
        RunId id,
        ProjectId project,
        ModelName model,
        TrainingTrigger trigger,
        RunInput input,
        String requestedBy,
        RunProgress progress) {}
