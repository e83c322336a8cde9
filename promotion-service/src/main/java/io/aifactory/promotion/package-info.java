/** The promotion service: what goes from one environment to the next, and why. */
@NullMarked
package io.aifactory.promotion;

import org.jspecify.annotations.NullMarked;
