package io.aifactory.lake.lineage;

import java.time.Instant;

/**
 * The run of a job.
 *
 * @param id the run, as the event says that told of it
 * @param job the job
 * @param endedAt when it ended
 */
public record Run(String id, Job job, Instant endedAt) {}
