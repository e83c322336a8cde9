/** How a value that needs no table of its own stands in one column. */
@NullMarked
package io.aifactory.promotion.column;

import org.jspecify.annotations.NullMarked;
