/** A model version's way into an environment, from the request to the champion. */
@NullMarked
package io.aifactory.promotion.promotion;

import org.jspecify.annotations.NullMarked;
