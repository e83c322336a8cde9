package io.aifactory.contracts.events;

import java.time.Instant;
import java.util.List;

/**
 * A dataset that a project subscribed to has a new version, which the project may read where it lies. Its files never change.
 *
 * @param project the subscriber
 * @param subscriptionId the subscription
 * @param shareId the share it rests on
 * @param source whose dataset it is: {@code master/{parent}/{dataset}} or {@code projects/{project}/{model}/{dataset}}
 * @param version the version as its owner counts: from 1 in projects, from 0 in master
 * @param files where it lies
 * @param copies the subscriber's own copies, to be refined; empty where it only reads
 * @param savedAt when it was saved for the subscriber
 */
@EventType("io.aifactory.dataset.shared-version-saved.v1")
public record SharedDatasetSaved(
        ProjectId project,
        String subscriptionId,
        String shareId,
        @Matches(DatasetShared.SOURCE) String source,
        @AtLeast(0) long version,
        List<LakeFile> files,
        List<LakeFile> copies,
        Instant savedAt)
        implements FactoryEvent {

    public SharedDatasetSaved {
        files = List.copyOf(files);
        copies = List.copyOf(copies);
    }

    @Override
    public String subject() {
        return project + "/" + shareId;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subscriptionId + "/" + version;
    }
}
