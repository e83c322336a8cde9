/** What a trained model needs to be used by anybody: the features it takes and the port that scores a row. */
@NullMarked
package io.aifactory.contracts.model;

import org.jspecify.annotations.NullMarked;
