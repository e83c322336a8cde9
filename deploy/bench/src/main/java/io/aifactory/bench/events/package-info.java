/** Measures the factory's messaging: throughput, latency, what it costs beside the bare client, and how it grows. */
@NullMarked
package io.aifactory.bench.events;

import org.jspecify.annotations.NullMarked;
