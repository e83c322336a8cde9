/** A lake service as it really runs, with its own database and bus, for benchmarks to use from outside. */
@NullMarked
package io.aifactory.bench.lake;

import org.jspecify.annotations.NullMarked;
