/** Master tables in Delta format, over the door to the lake. */
@NullMarked
package io.aifactory.lake.master.delta;

import org.jspecify.annotations.NullMarked;
