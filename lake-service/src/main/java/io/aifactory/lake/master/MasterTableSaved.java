package io.aifactory.lake.master;

/**
 * A master table has a new version. Told to listeners in this service, with the transaction that notes it; may be told twice.
 *
 * @param table the table
 */
public record MasterTableSaved(MasterTableId table) {}
