/** From files that landed to bronze and silver. */
@NullMarked
package io.aifactory.lake.refinement;

import org.jspecify.annotations.NullMarked;
