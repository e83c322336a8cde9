/** Gold data as columns in memory. */
@NullMarked
package io.aifactory.training.table;

import org.jspecify.annotations.NullMarked;
