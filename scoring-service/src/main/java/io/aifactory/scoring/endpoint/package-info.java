/** Stable scoring addresses and the keys that open them. */
@NullMarked
package io.aifactory.scoring.endpoint;

import org.jspecify.annotations.NullMarked;
