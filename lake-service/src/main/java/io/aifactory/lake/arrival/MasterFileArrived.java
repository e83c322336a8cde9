package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.MasterPath;

/**
 * A file has landed in {@code master/}, or may have; in which environment's lake is to be looked up. Told to listeners in this
 * service, with the transaction that handles the storage's message.
 *
 * @param file the file
 */
public record MasterFileArrived(MasterPath.In file) {}
