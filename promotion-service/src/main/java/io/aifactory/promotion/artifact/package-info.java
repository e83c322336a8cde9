/** Takes a model's artifact from one environment's lake to another's, and lets nothing through whose hash differs. */
@NullMarked
package io.aifactory.promotion.artifact;

import org.jspecify.annotations.NullMarked;
