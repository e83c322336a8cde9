package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;

/**
 * A file has landed, or may have. Told to listeners in this service, with the transaction that records it.
 *
 * @param file the file
 */
public record FileArrived(InFile file) {}
