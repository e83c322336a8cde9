/** The search for the best model: candidates, cross-validation and a small ensemble. */
@NullMarked
package io.aifactory.training.automl;

import org.jspecify.annotations.NullMarked;
