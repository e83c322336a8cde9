package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A new model version is there, with its artifact and its scoring on the test set.
 *
 * @param project the project
 * @param model the model
 * @param version the version, counted from 1 per model
 * @param runId the run that made it
 * @param trigger what made the run start
 * @param algorithm what the model is, for people
 * @param artifact its artifact, in the lake of dev
 * @param testSet the test set of all scorings below
 * @param metrics its metrics on the test set
 * @param peers the metrics of other versions on the same test set: champions and those newer than the oldest champion
 * @param requestedBy who answers for it; may not approve it
 * @param trainedAt when
 */
@EventType("io.aifactory.model.trained.v1")
public record ModelTrained(
        ProjectId project,
        ModelName model,
        @AtLeast(1) int version,
        String runId,
        TrainingTrigger trigger,
        String algorithm,
        ModelArtifactReference artifact,
        DatasetReference testSet,
        Map<String, Double> metrics,
        List<TestScoring> peers,
        String requestedBy,
        Instant trainedAt)
        implements FactoryEvent {

    public ModelTrained {
        metrics = Map.copyOf(metrics);
        peers = List.copyOf(peers);
    }

    @Override
    public String subject() {
        return project + "/" + model;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject() + "/" + version;
    }
}
