/** The lake service: lays out the lake, refines what lands in it, and knows every dataset version. */
@NullMarked
package io.aifactory.lake;

import org.jspecify.annotations.NullMarked;
