/** Files that land in the lake. */
@NullMarked
package io.aifactory.lake.arrival;

import org.jspecify.annotations.NullMarked;
