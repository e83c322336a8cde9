/** What can be said about measured values. */
@NullMarked
package io.aifactory.bench.figures;

import org.jspecify.annotations.NullMarked;
