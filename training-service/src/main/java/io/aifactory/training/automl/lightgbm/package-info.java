/** Trains candidates with LightGBM. */
@NullMarked
package io.aifactory.training.automl.lightgbm;

import org.jspecify.annotations.NullMarked;
