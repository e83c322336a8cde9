/** Tells others of runs, in OpenLineage's words. */
@NullMarked
package io.aifactory.lake.lineage.openlineage;

import org.jspecify.annotations.NullMarked;
