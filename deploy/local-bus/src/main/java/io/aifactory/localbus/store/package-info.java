/** The message log in one file, on disk when it says so. */
@NullMarked
package io.aifactory.localbus.store;

import org.jspecify.annotations.NullMarked;
