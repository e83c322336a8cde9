/** The doors to the lakes. */
@NullMarked
package io.aifactory.training.lake;

import org.jspecify.annotations.NullMarked;
