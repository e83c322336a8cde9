/** Shows what came from what. */
@NullMarked
package io.aifactory.local.lineage;

import org.jspecify.annotations.NullMarked;
