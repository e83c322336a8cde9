/** Spark, for the lake service: a program that runs the statements it is told. */
@NullMarked
package io.aifactory.spark;

import org.jspecify.annotations.NullMarked;
