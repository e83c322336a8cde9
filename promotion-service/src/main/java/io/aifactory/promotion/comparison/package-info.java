/** Whether a challenger is better than a champion: a gate that stays shut unless all speaks for opening it. */
@NullMarked
package io.aifactory.promotion.comparison;

import org.jspecify.annotations.NullMarked;
