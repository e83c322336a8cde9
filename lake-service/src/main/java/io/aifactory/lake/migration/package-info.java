/** Moves lakes of an older grammar to the current one. */
@NullMarked
package io.aifactory.lake.migration;

import org.jspecify.annotations.NullMarked;
