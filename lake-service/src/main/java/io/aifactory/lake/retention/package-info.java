/** Which versions' files are kept for how long, and removing the others. */
@NullMarked
package io.aifactory.lake.retention;

import org.jspecify.annotations.NullMarked;
