/** Dataset versions: how they are saved, what they are called and where they come from. */
@NullMarked
package io.aifactory.lake.dataset;

import org.jspecify.annotations.NullMarked;
