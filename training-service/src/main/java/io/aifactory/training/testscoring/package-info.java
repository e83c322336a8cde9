/** How good a model is on a test set it has never seen. */
@NullMarked
package io.aifactory.training.testscoring;

import org.jspecify.annotations.NullMarked;
