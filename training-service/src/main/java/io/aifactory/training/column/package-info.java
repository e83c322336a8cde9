/** Values kept as JSON in a column of the database. */
@NullMarked
package io.aifactory.training.column;

import org.jspecify.annotations.NullMarked;
