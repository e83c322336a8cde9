package io.aifactory.lake.query;

import io.aifactory.contracts.lake.SqlFile;

/**
 * A team's query was written, changed or taken away. Told to listeners in this service, within a transaction.
 *
 * @param file the team's file
 */
public record QueryChanged(SqlFile file) {}
