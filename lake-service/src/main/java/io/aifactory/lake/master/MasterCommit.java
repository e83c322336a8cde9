package io.aifactory.lake.master;

import java.time.Instant;

/**
 * What was committed to a master table.
 *
 * @param version the version it made
 * @param committedAt when
 * @param operation what was done, in Delta's words, such as {@code WRITE}
 * @param engine which program did it
 */
public record MasterCommit(long version, Instant committedAt, String operation, String engine) {}
