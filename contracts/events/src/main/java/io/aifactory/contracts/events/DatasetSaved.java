package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * A new version of a dataset lies in the lake. It will never change.
 *
 * @param project the project
 * @param model the model
 * @param dataset what was saved, and where
 * @param columns its columns in order
 * @param inputs the dataset versions it was made from; empty for bronze
 * @param files the files it was made from; only for bronze
 * @param splits for gold: its train, validate and test sets
 * @param badRows how many rows were turned away to {@code bad/}
 * @param runId the run that made it
 * @param savedAt when
 */
@EventType("io.aifactory.dataset.saved.v1")
public record DatasetSaved(
        ProjectId project,
        ModelName model,
        DatasetReference dataset,
        List<ColumnSchema> columns,
        List<DatasetReference> inputs,
        List<LakeFile> files,
        List<DatasetReference> splits,
        @AtLeast(0) long badRows,
        String runId,
        Instant savedAt)
        implements FactoryEvent {

    public DatasetSaved {
        columns = List.copyOf(columns);
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        splits = List.copyOf(splits);
    }

    @Override
    public String subject() {
        return project + "/" + model + "/" + dataset.dataset();
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject() + "/" + dataset.layer() + "/" + dataset.file().environment() + "/" + dataset.version();
    }
}
