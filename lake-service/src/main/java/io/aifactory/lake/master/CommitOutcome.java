package io.aifactory.lake.master;

/**
 * What became of a commit.
 *
 * @param version the version that holds it: the one it made, or, if it had been made before, the newest
 * @param repeated whether it had been committed before, so that nothing changed
 */
public record CommitOutcome(long version, boolean repeated) {}
