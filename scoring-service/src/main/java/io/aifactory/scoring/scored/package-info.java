/** Keeps every score, brings it to the lake and finds it again. */
@NullMarked
package io.aifactory.scoring.scored;

import org.jspecify.annotations.NullMarked;
