/** Handing data in and looking at datasets. */
@NullMarked
package io.aifactory.local.data;

import org.jspecify.annotations.NullMarked;
