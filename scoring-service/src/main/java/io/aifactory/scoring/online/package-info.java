/** Scores rows over HTTP, by a servlet of its own. */
@NullMarked
package io.aifactory.scoring.online;

import org.jspecify.annotations.NullMarked;
