/** Model versions, what they scored on which test set, and which are champions. */
@NullMarked
package io.aifactory.training.model;

import org.jspecify.annotations.NullMarked;
