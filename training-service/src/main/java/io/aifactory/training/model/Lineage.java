package io.aifactory.training.model;

import io.aifactory.contracts.events.DatasetReference;
import java.util.List;
import java.util.Map;

/**
 * What a model version was made from.
 *
 * @param runId the run that made it
 * @param learnedFrom the dataset versions it learned from; empty when a pipeline trained it elsewhere
 * @param testSet the dataset version it was first tested on
 * @param goldInputs the dataset versions that gold was merged from
 * @param facts what else is known: the build and commit of a pipeline, columns that became no feature
 */
public record Lineage(
        String runId,
        List<DatasetReference> learnedFrom,
        DatasetReference testSet,
        List<DatasetReference> goldInputs,
        Map<String, String> facts) {

    public Lineage {
        learnedFrom = List.copyOf(learnedFrom);
        goldInputs = List.copyOf(goldInputs);
        facts = Map.copyOf(facts);
    }
}
