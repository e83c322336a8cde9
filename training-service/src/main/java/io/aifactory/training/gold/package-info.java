/** The versions of gold data there are to learn from. */
@NullMarked
package io.aifactory.training.gold;

import org.jspecify.annotations.NullMarked;
