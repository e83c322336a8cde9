/** What came from what: from the file that was handed in to the scored rows, and back. */
@NullMarked
package io.aifactory.lake.lineage;

import org.jspecify.annotations.NullMarked;
