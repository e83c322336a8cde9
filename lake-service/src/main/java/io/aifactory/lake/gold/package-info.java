/** From silver to gold and its splits, and to what waits for a score. */
@NullMarked
package io.aifactory.lake.gold;

import org.jspecify.annotations.NullMarked;
