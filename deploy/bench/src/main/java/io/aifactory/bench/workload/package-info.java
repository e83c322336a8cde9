/** A small factory: five roles that react to each other's real events and write down what they did. */
@NullMarked
package io.aifactory.bench.workload;

import org.jspecify.annotations.NullMarked;
