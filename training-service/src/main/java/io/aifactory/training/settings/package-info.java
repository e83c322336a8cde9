/** How each model is to be trained, as last announced. */
@NullMarked
package io.aifactory.training.settings;

import org.jspecify.annotations.NullMarked;
