/** The fault run: a workload, a seeded schedule of faults, and what is said at the end. */
@NullMarked
package io.aifactory.bench.faults;

import org.jspecify.annotations.NullMarked;
