/** Which data counts: what the lake's active files say. */
@NullMarked
package io.aifactory.lake.active;

import org.jspecify.annotations.NullMarked;
