/** The search as a job in a child JVM: its files, its main class, and the process. */
@NullMarked
package io.aifactory.training.automl.child;

import org.jspecify.annotations.NullMarked;
