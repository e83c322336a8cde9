/** The doors to the lakes of the environments. */
@NullMarked
package io.aifactory.scoring.lake;

import org.jspecify.annotations.NullMarked;
