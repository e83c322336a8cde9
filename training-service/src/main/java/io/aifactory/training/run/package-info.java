/** Training runs: one at a time per model, each to its end. */
@NullMarked
package io.aifactory.training.run;

import org.jspecify.annotations.NullMarked;
