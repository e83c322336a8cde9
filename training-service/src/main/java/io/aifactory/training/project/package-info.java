/** Which projects there are, and which have spent their budget. */
@NullMarked
package io.aifactory.training.project;

import org.jspecify.annotations.NullMarked;
