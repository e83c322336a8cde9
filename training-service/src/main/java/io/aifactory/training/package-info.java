/** Trains models on gold data, scores them on the test set and announces them. */
@NullMarked
package io.aifactory.training;

import org.jspecify.annotations.NullMarked;
