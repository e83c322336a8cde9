package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;

/**
 * A file in an {@code in} folder has landed, changed or gone, or may have. Told to listeners in this service, with the
 * transaction that records it.
 *
 * @param file the file
 */
public record FileChanged(InFile file) {}
