/** Ordering a project and looking at projects. */
@NullMarked
package io.aifactory.local.ordering;

import org.jspecify.annotations.NullMarked;
