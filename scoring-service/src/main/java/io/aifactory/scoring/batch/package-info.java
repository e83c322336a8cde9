/** Scores whole datasets. */
@NullMarked
package io.aifactory.scoring.batch;

import org.jspecify.annotations.NullMarked;
