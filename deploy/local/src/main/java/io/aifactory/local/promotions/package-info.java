/** Deciding on promotions and looking at champions. */
@NullMarked
package io.aifactory.local.promotions;

import org.jspecify.annotations.NullMarked;
