package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFolder;

/**
 * Whoever fills a folder says that all of it is there, with a file {@code _SUCCESS}. Told to listeners in this service
 * when all files of the folder are recorded, with the transaction that records them.
 *
 * @param folder the folder
 */
public record FolderCompleted(InFolder folder) {}
