/** What files that landed are, unpacked and told apart, so that an engine reads them in one stream. */
@NullMarked
package io.aifactory.lake.engine.reading;

import org.jspecify.annotations.NullMarked;
