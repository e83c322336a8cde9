package io.aifactory.lake.arrival;

import org.jspecify.annotations.Nullable;

/**
 * Something the storage said that may concern the factory.
 *
 * @param id the event's id: the same whenever it is told again
 * @param account the storage account, if the event names one
 * @param container the container
 * @param sequence its place among the events of the same file, if the storage said so
 * @param change what happened
 */
record StorageEvent(
        String id,
        @Nullable String account,
        String container,
        @Nullable String sequence,
        Change change) {}
