package io.aifactory.contracts.events;

import java.time.Instant;

/**
 * A file could not be used. It was not refined; nothing else stopped.
 *
 * @param project the project
 * @param model the model
 * @param dataset the dataset it was meant for
 * @param file the file
 * @param fileVersion which content of the file, as its storage tells them apart
 * @param reason why
 * @param rejectedAt when
 */
@EventType("io.aifactory.dataset.rejected.v1")
public record DatasetRejected(
        ProjectId project,
        ModelName model,
        DatasetName dataset,
        LakeFile file,
        String fileVersion,
        String reason,
        Instant rejectedAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project + "/" + model + "/" + dataset;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return file.environment() + "/" + file.path() + "/" + fileVersion;
    }
}
