/** Asking for scores, and finding them again. */
@NullMarked
package io.aifactory.local.scoring;

import org.jspecify.annotations.NullMarked;
