/** The catalogue people look into: what datasets there are, what is in each version, and what changed between two. */
@NullMarked
package io.aifactory.lake.catalogue;

import org.jspecify.annotations.NullMarked;
