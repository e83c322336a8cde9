/** Deploys promoted models, scores online and in batch, and finds every score again. */
@NullMarked
package io.aifactory.scoring;

import org.jspecify.annotations.NullMarked;
