package io.aifactory.lake.arrival;

import org.jspecify.annotations.Nullable;

/** What happened in the storage, as it says itself. Paths lie below the container and may be any. */
sealed interface Change {

    /**
     * A file was written or removed. The event's sequence is this file's.
     *
     * @param path the file
     * @param expectedBytes how long the file will be, if the event came before all of it is there
     */
    record OfFile(String path, @Nullable Long expectedBytes) implements Change {}

    /**
     * A file was renamed. The event's sequence is the destination's.
     *
     * @param source what it was called
     * @param destination what it is called now
     */
    record FileRenamed(String source, String destination) implements Change {}

    /**
     * A folder was renamed; of the files in it nothing more is said.
     *
     * @param source what it was called
     * @param destination what it is called now
     */
    record FolderRenamed(String source, String destination) implements Change {}

    /**
     * A folder was removed; of the files in it nothing more need be said.
     *
     * @param path the folder
     */
    record FolderRemoved(String path) implements Change {}
}
