/** Refinement by Spark, which runs as a program of its own and is told what to do. */
@NullMarked
package io.aifactory.lake.engine.spark;

import org.jspecify.annotations.NullMarked;
