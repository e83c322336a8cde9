package io.aifactory.bench.faults;

import java.time.Duration;

/**
 * A fault that will come.
 *
 * @param pause how long after the one before
 * @param fault the fault
 */
record Planned(Duration pause, Fault fault) {}
