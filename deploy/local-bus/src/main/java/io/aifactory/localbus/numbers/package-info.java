/** Collections of plain numbers: what has to be known of every waiting message, for a million of them in a small heap. */
@NullMarked
package io.aifactory.localbus.numbers;

import org.jspecify.annotations.NullMarked;
