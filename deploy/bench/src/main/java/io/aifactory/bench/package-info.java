/** The command line of the benchmarks and fault runs. */
@NullMarked
package io.aifactory.bench;

import org.jspecify.annotations.NullMarked;
