/** What refines tables: the port, and what it is told and answers. */
@NullMarked
package io.aifactory.lake.engine;

import org.jspecify.annotations.NullMarked;
