/** Reads what LightGBM and XGBoost save into our own trees. */
@NullMarked
package io.aifactory.contracts.model.boosters;

import org.jspecify.annotations.NullMarked;
