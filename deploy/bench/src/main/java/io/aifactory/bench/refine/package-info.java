/** Measures refinement: files through all layers, beside the bare engine and beside Spark doing the same. */
@NullMarked
package io.aifactory.bench.refine;

import org.jspecify.annotations.NullMarked;
