package io.aifactory.bench.events;

/**
 * What the measuring process is told.
 *
 * @param plan what to measure
 * @param connectionString the way to the bus
 * @param busPid the bus's process
 * @param postgresPid PostgreSQL's first process
 * @param folder a folder on the disk that bus and PostgreSQL write to
 */
record Assignment(EventsPlan plan, String connectionString, long busPid, long postgresPid, String folder) {}
