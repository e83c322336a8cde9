package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.DataPhase;
import java.time.Instant;

/**
 * What makes the newest version of a dataset the only one: when, and of which of its tables.
 *
 * @param until when
 * @param toScore whether the data is there to be scored, where a dataset is both
 * @param phase whether it counts, or people try things out with it
 */
record Moment(Instant until, boolean toScore, DataPhase phase) {}
