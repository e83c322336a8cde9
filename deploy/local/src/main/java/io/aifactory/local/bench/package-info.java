/** The verb that runs the benchmarks, which are a program of their own. */
@NullMarked
package io.aifactory.local.bench;

import org.jspecify.annotations.NullMarked;
