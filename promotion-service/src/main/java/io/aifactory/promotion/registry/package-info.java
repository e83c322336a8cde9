/** Which model versions there are, and which of them was champion of an environment at which time. */
@NullMarked
package io.aifactory.promotion.registry;

import org.jspecify.annotations.NullMarked;
