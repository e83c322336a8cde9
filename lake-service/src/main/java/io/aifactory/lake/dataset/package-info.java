/** The catalogue of dataset versions: how they are saved, found and where they come from. */
@NullMarked
package io.aifactory.lake.dataset;

import org.jspecify.annotations.NullMarked;
