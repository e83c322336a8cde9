/** Processes that are started, kept alive, killed and paused, and the network between them. */
@NullMarked
package io.aifactory.bench.processes;

import org.jspecify.annotations.NullMarked;
