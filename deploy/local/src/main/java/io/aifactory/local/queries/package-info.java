/** SQL: what people ask of the data, and what a project refines it with. */
@NullMarked
package io.aifactory.local.queries;

import org.jspecify.annotations.NullMarked;
