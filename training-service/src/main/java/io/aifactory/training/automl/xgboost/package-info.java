/** Trains candidates with XGBoost. */
@NullMarked
package io.aifactory.training.automl.xgboost;

import org.jspecify.annotations.NullMarked;
